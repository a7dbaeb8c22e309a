"""The interface's words: complete in both languages, and every key that code asks for is there."""

import re
import tomllib

import pytest

from lib.clean import RULE_NAMES
from lib.draw import labels
from lib.show.method import LAYERS, QUALITY
from tests.conftest import ROOT

TEXTS = tomllib.loads((ROOT / "lib" / "show" / "texts.toml").read_text(encoding="utf-8"))
KEYS = {f"{group}.{name}": text for group, names in TEXTS.items() for name, text in names.items()}
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for folder in ("lib/show", "pages") for path in (ROOT / folder).rglob("*.py")
) + (ROOT / "app.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", KEYS)
def test_a_text_is_in_both_languages_with_the_same_values(key):
    arabic, english = KEYS[key]["ar"], KEYS[key]["en"]
    assert re.search(r"[\u0600-\u06ff]", arabic)
    assert not re.search(r"[\u0600-\u06ff]", english.replace("بوتين", "").replace("وبوتين", "").replace("و", ""))
    assert set(re.findall(r"\{(\w+)\}", arabic)) == set(re.findall(r"\{(\w+)\}", english))


@pytest.mark.parametrize("key", sorted(set(re.findall(r"\bt\(\s*\"([a-z_]+\.[a-z_]+)\"", SOURCES))))
def test_a_text_that_is_asked_for_exists(key):
    assert key in KEYS


@pytest.mark.parametrize("key", KEYS)
def test_no_text_is_left_that_nothing_asks_for(key):
    group, name = key.split(".")
    assert f'"{key}"' in SOURCES or f'"{group}.{{' in SOURCES or f"'{group}.{{" in SOURCES or f'"{name}"' in SOURCES


@pytest.mark.parametrize(
    "table",
    [
        *(labels.KINDS, labels.TONES, labels.SOURCES, labels.NAMED, labels.UNITS, labels.ROLES, labels.RULES),
        *(labels.JOINED, labels.REASONS, labels.FEATURES),
    ],
)
def test_labels_are_in_both_languages(table):
    for label in table.values():
        assert set(label) == {"ar", "en"}
        assert all(label.values())


def test_every_cleaning_rule_has_a_label():
    assert set(RULE_NAMES) == set(labels.RULES)


def test_every_figure_says_what_it_was_measured_on_in_both_languages():
    assert {row["layer"]["en"] for row in QUALITY} <= {layer["name"]["en"] for layer in LAYERS}
    for row in QUALITY:
        assert all(row[part][code] for part in ("layer", "measure", "gold") for code in ("ar", "en"))


def test_every_layer_is_explained_in_both_languages():
    assert LAYERS
    for layer in LAYERS:
        assert all(layer[part][code] for part in ("name", "does") for code in ("ar", "en"))
