"""Where CAMeL Tools' models lie on this machine, found without importing camel_tools, which would download."""

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lib.errors import EngineError

# What BERT is read from; of several names of one file the first that is there counts, as transformers has it.
_FILES = {
    "configuration": ("config.json",),
    "vocabulary": ("vocab.txt",),
    "weights": ("model.safetensors", "pytorch_model.bin"),
}


@dataclass(frozen=True, slots=True)
class Model:
    """A model as `camel_data` installs it and as CAMeL Tools' catalogue lists it."""

    package: str
    component: str
    dataset: str


NAMES = Model("ner-arabert", "NamedEntityRecognition", "arabert")
TONE = Model("sentiment-analysis-mbert", "SentimentAnalysis", "mbert")
_MODELS = (NAMES, TONE)


def folder(model: Model) -> Path:
    """Return the model's folder, its files all there; EngineError says what is missing, where, and what to run."""
    folders = _folders()
    missing = [other for other in _MODELS if not folders[other].is_dir()]
    if model in missing:
        places = " and ".join(str(folders[other]) for other in missing)
        raise EngineError(f"CAMeL Tools' {_packages(missing)} not installed in {places}: run {_install(missing)}.")
    for part in _FILES:
        _file(model, folders[model], part)
    return folders[model]


def weights(model: Model) -> Path:
    """Return the file of the model's weights; EngineError where there is none."""
    return _file(model, folder(model), "weights")


def damaged(model: Model, path: Path, why: object) -> EngineError:
    """Return the error of a file or folder of the model that cannot be used."""
    return EngineError(f"{path} {why}: run `camel_data -f -i {model.package}` to install it again.")


def _file(model: Model, where: Path, part: str) -> Path:
    found = next((where / name for name in _FILES[part] if (where / name).is_file()), None)
    if found is None:
        raise damaged(model, where / _FILES[part][0], f"is missing, the {part} of a CAMeL Tools model")
    return found


def _folders() -> dict[Model, Path]:
    root = _root()
    catalogue = root / "catalogue.json"
    try:
        components = json.loads(catalogue.read_text(encoding="utf-8"))["components"]
        found = {model: components[model.component]["datasets"][model.dataset]["path"] for model in _MODELS}
        return {model: root / "data" / path for model, path in found.items()}
    except OSError:
        raise EngineError(
            f"The engine camel needs CAMeL Tools' models, and {catalogue}, which lists them, cannot be read: run"
            f" {_install(_MODELS)}, or name the folder that holds them in CAMELTOOLS_DATA."
        ) from None
    except (ValueError, KeyError, TypeError):
        raise EngineError(
            f"{catalogue} is damaged, or not the catalogue of CAMeL Tools' models: delete it and run"
            f" {_install(_MODELS)}."
        ) from None


def _root() -> Path:
    """Return the folder of CAMeL Tools' data, chosen as camel_tools.data.catalogue chooses it."""
    given = os.environ.get("CAMELTOOLS_DATA")
    usual = "AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools"
    return Path.home() / usual if given is None else Path(given).expanduser().absolute()


def _packages(models: list[Model]) -> str:
    return f"{' and '.join(model.package for model in models)} {'is' if len(models) == 1 else 'are'}"


def _install(models: Iterable[Model]) -> str:
    """Return the commands that install the models; camel_data takes one package at a time."""
    return " and ".join(f"`camel_data -i {model.package}`" for model in models)
