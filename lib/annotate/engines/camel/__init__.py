"""The engine of CAMeL Tools' pretrained models, once their data is installed; slow without a GPU."""

import os

from lib.annotate.engines import Engine
from lib.annotate.engines.camel.installed import NAMES, folder
from lib.errors import EngineError

# What the Hugging Face libraries under camel_tools read when they are imported: ask no host, draw no bars of their own.
_QUIET = {"HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}


def load() -> Engine:
    """Return the engine; its models are read when first asked, so that names can be had without those of tone.

    EngineError says what is missing and what to run. Nothing is ever downloaded.
    """
    folder(NAMES)  # NOTE: before the import below, which downloads a catalogue where there is none
    os.environ.update(_QUIET)
    try:
        from lib.annotate.engines.camel.engine import CamelEngine  # noqa: PLC0415  torch and camel_tools load here
    except Exception as error:
        raise EngineError(
            f"CAMeL Tools or PyTorch under it cannot be loaded ({error}): install what requirements.txt names."
        ) from error
    return CamelEngine()
