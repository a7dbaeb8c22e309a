"""The interface's words, in Arabic and English."""

import tomllib
from functools import cache
from pathlib import Path

from lib.draw.labels import isolated
from lib.show.state import language

_RLI, _PDI = "\u2067", "\u2069"  # right-to-left isolate

_TEXTS = Path(__file__).with_name("texts.toml")


@cache
def _texts() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(_TEXTS.read_text(encoding="utf-8"))


def label(key: str, **values: object) -> str:
    """Return a text for a widget's label, which Streamlit draws from the left: an Arabic one is kept in its order."""
    text = t(key, **values)
    return f"{_RLI}{text}{_PDI}" if language() == "ar" else text


def t(key: str, **values: object) -> str:
    """Return the interface's text for a key of texts.toml; names put into it keep their own direction."""
    group, name = key.split(".")
    text = _texts()[group][name][language()]
    return text.format(**{name: isolated(str(value)) for name, value in values.items()}) if values else text
