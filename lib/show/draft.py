"""What a visitor brought and has not built yet: files in a folder of their own, the columns named, the rules kept."""

import json
import re
import shutil
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import Protocol

from lib.show.library import place

_STALE = 24 * 3600  # seconds after which a draft that was never built goes
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\u202a-\u202e\u2066-\u2069]+')
_LONGEST = 60  # characters of a name: file systems take 255 bytes, and an Arabic letter is two


class Upload(Protocol):
    """A file as the browser sent it."""

    name: str
    file_id: str

    def getbuffer(self) -> memoryview:
        """Return its bytes."""
        ...


@dataclass(frozen=True)
class Draft:
    """A folder under the library's hidden drafts; `files` is what a build reads."""

    folder: Path

    @classmethod
    def new(cls) -> "Draft":
        """Make an empty draft; those that were left behind a day ago go."""
        drafts = place() / ".drafts"
        for old in drafts.glob("*"):
            if time.time() - old.stat().st_mtime > _STALE:
                shutil.rmtree(old, ignore_errors=True)
        folder = drafts / token_hex(8)
        (folder / "files").mkdir(parents=True)
        return cls(folder)

    @classmethod
    def of(cls, name: str) -> "Draft | None":
        """Return what the library's corpus `name` was built from, None when it was not built from a page."""
        folder = place() / ".inputs" / name
        return cls(folder) if (folder / "files").is_dir() else None

    @property
    def files(self) -> Path:
        """The folder that is built."""
        return self.folder / "files"

    def held(self) -> dict[str, str]:
        """Return the files it holds: the browser's id of each → its path below `files`."""
        return self.told().get("held", {})

    def receive(self, uploader: str, uploads: Iterable[Upload]) -> None:
        """Take in what is new in an uploader, and let go of what was taken out of it again."""
        held = self.held()
        wanted = {f"{uploader} {one.file_id}": one for one in uploads}
        for gone in [one for one in held if one.startswith(f"{uploader} ") and one not in wanted]:
            (self.files / held.pop(gone)).unlink(missing_ok=True)
        for new in wanted.keys() - held.keys():
            path = _free(self.files, _safe(wanted[new].name))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[new].getbuffer())
            held[new] = path.relative_to(self.files).as_posix()
        self.tell(held=held)

    def told(self) -> dict[str, dict[str, str]]:
        """Return what the draft notes of itself."""
        note = self.folder / "draft.json"
        found: dict[str, dict[str, str]] = json.loads(note.read_text(encoding="utf-8")) if note.is_file() else {}
        return found

    def tell(self, **changes: Mapping[str, str]) -> None:
        """Change what the draft notes of itself."""
        text = json.dumps(self.told() | changes, ensure_ascii=False)
        (self.folder / "draft.json").write_text(text, encoding="utf-8")

    def columns(self, chosen: Mapping[str, str]) -> list[str]:
        """Write the columns that the visitor named, and return the command line's option for them."""
        path = self.folder / "columns.toml"
        path.write_text(
            "".join(f"{field} = {json.dumps(column, ensure_ascii=False)}\n" for field, column in chosen.items()),
            "utf-8",
        )
        return ["--columns", str(path)] if chosen else []

    def keep_as(self, name: str) -> None:
        """Keep the files beside the corpus that was built from them, so that it can be built anew."""
        target = place() / ".inputs" / name
        if target != self.folder:
            shutil.rmtree(target, ignore_errors=True)
            target.parent.mkdir(parents=True, exist_ok=True)
            self.folder.rename(target)


def safe_name(text: str) -> str:
    """Return a name as the library's folder can have it, "" when nothing of it is left."""
    return " ".join(_UNSAFE.sub(" ", text).replace("/", " ").replace("\\", " ").split()).strip(". ")[:_LONGEST].strip()


def _safe(name: str) -> PurePosixPath:
    """Return a file's name, with its folder where a folder was brought, as a path that stays below where it is put."""
    parts = (safe_part(part) for part in name.replace("\\", "/").split("/"))
    return PurePosixPath(*[part for part in parts if part] or ["file"])


def safe_part(part: str) -> str:
    """Return one step of a path without what leads upward, hides it or cannot be written; its kind stays."""
    stem, dot, kind = _UNSAFE.sub(" ", part).strip().strip(".").rpartition(".")
    return f"{stem[:_LONGEST].strip()}{dot}{kind[:_LONGEST]}"


def _free(folder: Path, name: PurePosixPath) -> Path:
    """Return a path that no file has yet."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / name.with_name(f"{name.stem} ({number}){name.suffix}")
    return path
