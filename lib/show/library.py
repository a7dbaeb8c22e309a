"""The corpora of this machine: those that visitors built from files of their own, or someone at the command line."""

import hashlib
import os
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv6Address, ip_address
from pathlib import Path

import streamlit as st

from lib.ask.corpus import manifest
from lib.errors import CorpusError

ROOT = Path(__file__).parents[2]
_SAID = dict.fromkeys(("on", "yes", "true", "1"), True) | dict.fromkeys(("off", "no", "false", "0"), False)
_ID_SHOWN = 12  # hex digits: no two corpora of one machine will share them


@dataclass(frozen=True)
class Shelved:
    """A corpus of the library: its name is that of its folder.

    `link_id` stands in links: it is made of the name and the corpus id, which does not cover dates and publishers.
    """

    name: str
    link_id: str
    articles: int
    created: str
    folder: Path


def place() -> Path:
    """Return the folder that holds the library: MIJHAR_LIBRARY, or `corpora` beside the app."""
    return Path(os.environ.get("MIJHAR_LIBRARY") or ROOT / "corpora")


def allowed() -> bool:
    """Return whether the visitor may add corpora and open the library's.

    MIJHAR_UPLOAD=on or off says so for everyone; without it, visitors on this machine may.
    """
    said = os.environ.get("MIJHAR_UPLOAD", "").casefold()
    return _SAID.get(said, is_local(st.context.ip_address))


def is_local(address: object) -> bool:
    """Return whether a visitor's address is this machine's own; what is no text (None, as a rule) is no other's."""
    if not isinstance(address, str):
        return True
    own = ip_address(address)
    mapped = own.ipv4_mapped if isinstance(own, IPv6Address) else None
    return (mapped or own).is_loopback


def shelved() -> list[Shelved]:
    """Return the library's corpora by name; folders that hold none are passed over."""
    if not allowed() or not place().is_dir():
        return []
    found = (_shelved(folder) for folder in sorted(place().iterdir()) if not folder.name.startswith("."))
    return [one for one in found if one]


def find(link_id: str) -> Shelved | None:
    """Return the library's corpus of that id, as links carry it."""
    return next((one for one in shelved() if one.link_id == link_id), None)


def _shelved(folder: Path) -> Shelved | None:
    try:
        return _read(folder, (folder / "manifest.json").stat().st_mtime_ns)
    except (OSError, CorpusError):
        return None


@lru_cache(maxsize=256)
def _read(folder: Path, stamp: int) -> Shelved:
    """Read a manifest once for as long as its file has this stamp: a page asks many times which corpus is open."""
    told = manifest(folder)
    link_id = hashlib.sha256(f"{folder.name}\0{told.corpus_id}".encode()).hexdigest()[:_ID_SHOWN]
    return Shelved(folder.name, link_id, told.counts["articles"], told.created, folder)
