"""The open corpus and cached answers about it."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import duckdb
import streamlit as st

from lib.ask.corpus import Manifest, connect, manifest
from lib.ask.filters import Filters
from lib.errors import CorpusError
from lib.show import library
from lib.show.library import ROOT
from lib.show.state import filters

_SAMPLE, _EMBEDDED = ROOT / "data" / "sample" / "articles", ROOT / "build" / "sample"
# Where questions of mentions of places are: a filter on their roles leaves the answers to all others as they are.
PLACED = frozenset({"lib.ask.places", "lib.ask.place", "lib.ask.evidence"})
_ANSWERS = 512  # a screen asks some ten questions: the answers of the last fifty screens

P = ParamSpec("P")
R = TypeVar("R")


def folder() -> Path:
    """Return the corpus directory: the library's that the link names, MIJHAR_CORPUS, or the embedded sample.

    The sample is built by the first to need it.
    """
    chosen = st.session_state["corpus"] and library.find(st.session_state["corpus"])
    if chosen:
        return Path(chosen.folder)
    named = os.environ.get("MIJHAR_CORPUS")
    if named:
        return Path(named)
    if not (_EMBEDDED / "manifest.json").is_file():
        _build_sample()
    return _EMBEDDED


@st.cache_resource(show_spinner="Building the sample corpus · تُبنى مدونة العيّنة")
def _build_sample() -> None:
    """Run the build in a process of its own, so that what it imports does not stay in the app."""
    command = [sys.executable, "-m", "lib", "build", str(_SAMPLE), "--out", str(_EMBEDDED), "--workers", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CorpusError(f"The sample corpus could not be built; run `make sample` to see why: {done.stderr[-300:]}")


@st.cache_resource(max_entries=4, show_spinner=False)
def _opened(path: Path, build: str) -> duckdb.DuckDBPyConnection:
    """Open the corpus once; a rebuilt one is opened anew."""
    connection = connect(path)
    gc.collect()
    gc.freeze()  # Streamlit collects garbage after every run: what is loaded for good need not be looked at again
    return connection


def identity() -> Manifest:
    """Return the open corpus's manifest, read anew when its file is another, so that a rebuilt corpus is noticed."""
    file = folder() / "manifest.json"
    return _read(folder(), file.stat().st_mtime_ns if file.is_file() else 0)


@lru_cache(maxsize=16)  # every answer asks for it, some twenty times a screen
def _read(path: Path, changed: int) -> Manifest:
    return manifest(path)


def connection() -> duckdb.DuckDBPyConnection:
    """Return the connection to the open corpus."""
    return _opened(folder(), build())


def build() -> str:
    """Return what tells this build of the corpus from any other: caches are kept by it.

    The corpus id alone would not do: it does not cover who published an article and when.
    """
    stamp = identity()
    return f"{folder()} {stamp.corpus_id} {stamp.created}"


def answer(
    question: Callable[Concatenate[duckdb.DuckDBPyConnection, Filters, P], R], *args: P.args, **named: P.kwargs
) -> R:
    """Ask a question of the current selection; the same question of the same corpus is answered from memory."""
    name = f"{question.__module__}.{question.__qualname__}"
    chosen = filters() if question.__module__ in PLACED else replace(filters(), roles=())
    found: R = _answered(build(), name, chosen, args, tuple(sorted(named.items())), question)
    return found


def later(
    question: Callable[Concatenate[duckdb.DuckDBPyConnection, Filters, P], R], *args: P.args, **named: P.kwargs
) -> Callable[[], R]:
    """Return what asks a question of the selection as it is now: downloads run outside the visitor's session."""
    opened, chosen = connection(), filters()
    return lambda: question(opened, chosen, *args, **named)


@st.cache_data(max_entries=_ANSWERS, show_spinner=False)
def _answered(
    build: str,
    name: str,
    chosen: Filters,
    args: tuple[Any, ...],
    named: tuple[Any, ...],
    _question: Callable[..., Any],
) -> Any:
    return _question(connection(), chosen, *args, **dict(named))
