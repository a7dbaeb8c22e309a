"""What a visitor brought and has not built yet: files in a folder of their own, the columns named, the rules kept."""

import json
import os
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
_LONGEST = 120  # bytes of a name: file systems take 255, and a number or an ending may be added
_ENDING = re.compile(r"(?:\.[\w-]{1,12}){1,2}$")  # .csv, .jsonl.gz


class Upload(Protocol):
    """A file as the browser sent it."""

    name: str

    def getbuffer(self) -> memoryview:
        """Return its bytes."""
        ...


@dataclass(frozen=True)
class Draft:
    """A folder under the library's hidden drafts, made when something is put in; `files` is what a build reads."""

    folder: Path

    @classmethod
    def new(cls) -> "Draft":
        """Return an empty draft; those that were left behind a day ago go."""
        drafts = place() / ".drafts"
        for old in drafts.glob("*"):
            if time.time() - old.stat().st_mtime > _STALE:
                shutil.rmtree(old, ignore_errors=True)
        return cls(drafts / token_hex(8))

    @classmethod
    def again(cls, name: str) -> "Draft":
        """Return a draft with what the library's corpus `name` was built from; that itself stays as it is."""
        draft = cls.new()
        shutil.copytree(_inputs(name), draft.folder, copy_function=_linked)
        draft.tell(of={"name": name})
        return draft

    @property
    def files(self) -> Path:
        """The folder that is built."""
        return self.folder / "files"

    def held(self) -> list[str]:
        """Return the files it holds, as paths below `files`."""
        found = (path for path in self.files.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.files).as_posix() for path in found)

    def receive(self, uploads: Iterable[Upload]) -> None:
        """Take files in, each under a name that none has yet."""
        for one in uploads:
            path = _free(self.files, _safe(one.name))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(one.getbuffer())
        self.tell()

    def drop(self, paths: Iterable[str]) -> None:
        """Let go of some of its files."""
        for path in set(paths).intersection(self.held()):
            (self.files / path).unlink()

    def told(self) -> dict[str, dict[str, str]]:
        """Return what the draft notes of itself."""
        note = self.folder / "draft.json"
        found: dict[str, dict[str, str]] = json.loads(note.read_text(encoding="utf-8")) if note.is_file() else {}
        return found

    def tell(self, **changes: Mapping[str, str]) -> None:
        """Change what the draft notes of itself; it counts as used today."""
        self.folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.told() | changes, ensure_ascii=False)
        (self.folder / "draft.json").write_text(text, encoding="utf-8")
        os.utime(self.folder)

    def columns(self, chosen: Mapping[str, str]) -> list[str]:
        """Write the columns that the visitor named, and return the command line's option for them."""
        path = self.folder / "columns.toml"
        lines = (f"{field} = {json.dumps(column, ensure_ascii=False)}\n" for field, column in chosen.items())
        path.write_text("".join(lines), encoding="utf-8")
        return ["--columns", str(path)] if chosen else []

    def claim(self, name: str) -> bool:
        """Take a corpus's name before it is built; False when another corpus or another visitor has it."""
        if self.told().get("of", {}).get("name") == name:
            return True
        if (place() / name).exists():
            return False
        try:
            _inputs(name).mkdir(parents=True)
        except FileExistsError:
            return False
        return True

    def release(self, name: str) -> None:
        """Give a claimed name back, since nothing was built."""
        if not any(_inputs(name).iterdir()):
            _inputs(name).rmdir()

    def keep_as(self, name: str) -> None:
        """Keep the files beside the corpus that was built from them, so that it can be built anew."""
        older = place() / ".drafts" / token_hex(8)
        _inputs(name).rename(older)
        self.folder.rename(_inputs(name))
        shutil.rmtree(older)


def can_be_changed(name: str) -> bool:
    """Return whether the files that the library's corpus `name` was built from are kept."""
    return (_inputs(name) / "files").is_dir()


def safe_name(text: str) -> str:
    """Return a name as the library's folder can have it, "" when nothing of it is left."""
    words = _UNSAFE.sub(" ", text).replace("/", " ").replace("\\", " ").split()
    return _shortened(" ".join(words).strip(". "), _LONGEST)


def _inputs(name: str) -> Path:
    return place() / ".inputs" / name


def _linked(source: str, target: str) -> None:
    """Copy a file of bytes that never change by giving it a second name; notes, which do change, are copied."""
    if source.endswith("draft.json"):
        shutil.copy2(source, target)
    else:
        os.link(source, target)


def _safe(name: str) -> PurePosixPath:
    """Return a file's name, with its folder where a folder was brought, as a path that stays below where it is put."""
    parts = [part for part in map(_part, name.replace("\\", "/").split("/")) if part]
    return PurePosixPath(*parts or ["file"])


def _part(part: str) -> str:
    """Return one step of a path without what leads upward, hides it or cannot be written; its kind stays."""
    bare = " ".join(_UNSAFE.sub(" ", part.lstrip(". ")).split())
    found = _ENDING.search(bare)
    ending = found[0] if found else ""
    stem = bare.removesuffix(ending).strip(". ")
    return f"{_shortened(stem, _LONGEST) or 'file'}{ending}" if stem or ending.strip(".") else ""


def _shortened(text: str, longest: int) -> str:
    return text.encode()[:longest].decode(errors="ignore").strip()


def _free(folder: Path, name: PurePosixPath) -> Path:
    """Return a path that no file has yet; where a file stands in the way of a folder, its steps become one name."""
    if any((folder / above).is_file() for above in name.parents):
        name = PurePosixPath(" ".join(name.parts))
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / name.with_name(f"{name.stem} ({number}){name.suffix}")
    return path
