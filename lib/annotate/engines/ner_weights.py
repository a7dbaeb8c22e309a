"""The tagger's weights, as they lie in data/models."""

import io
import zipfile
from dataclasses import asdict, dataclass, fields

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained network of F features, D values a word, H a direction, K tags and G guides.

    `keys` (F) are the crc32 of the features, `rows` (F, D) their vectors as whole numbers of `scales` (F). `given` and
    `kept` are the LSTM's weights of inputs (2, D, 4H) and states (2, H, 4H), `bias` (2, 4H); gates stand in the order
    input, forget, output, cell. A guide adds `start` (G, D) to each word, scores tags by `head` (G, 2H, K) and
    `head_bias` (G, K), and one tag after another by `moves` (G, K + 1, K), whose last row is for the first word's.
    """

    tags: NDArray[np.str_]
    guides: NDArray[np.str_]
    keys: NDArray[np.uint32]
    rows: NDArray[np.int8]
    scales: Floats
    given: Floats
    kept: Floats
    bias: Floats
    start: Floats
    head: Floats
    head_bias: Floats
    moves: Floats

    def packed(self) -> bytes:
        """Return the weights as an .npz, real numbers in half precision; compressed it were hardly smaller."""
        halves = {name: a.astype(np.float16) if a.dtype == np.float32 else a for name, a in asdict(self).items()}
        file = io.BytesIO()
        np.savez(file, **halves)
        return file.getvalue()

    @classmethod
    def unpacked(cls, data: bytes) -> "Weights":
        """Return the weights of a .npz; ValueError when it is none or lacks some."""
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as held:
                found = {field.name: held[field.name] for field in fields(cls)}
        except (zipfile.BadZipFile, KeyError, OSError, EOFError) as error:
            raise ValueError(str(error)) from error
        return cls(**{name: a.astype(np.float32) if a.dtype == np.float16 else a for name, a in found.items()})
