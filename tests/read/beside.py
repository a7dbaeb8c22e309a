"""A file that may do harm, beside a good one: what is said of it, while the good one is read."""

import zipfile

from lib.read.article import Article, Rejected
from lib.read.reading import rows_of
from lib.read.sources import sources

BODY = "غادر الوفد العاصمة مساء الأحد."
TEXT = f"عنوان\n\n{BODY}".encode()


def rows(path):
    return [row for source in sources(path) for row in rows_of(source, {}) if isinstance(row, Article | Rejected)]


def reasons(path):
    """The sentences of a file that lies in a folder beside a good one, which is always read."""
    (path.parent / "آخر.txt").write_bytes(TEXT)
    found = rows(path.parent)
    assert [row for row in found if isinstance(row, Article) and row.input.endswith("آخر.txt")]
    told = [row.reason for row in found if isinstance(row, Rejected)]
    assert all("\n" not in reason and reason[-1] == "." and len(reason) < 300 for reason in told)
    return told


def zipped(path, members, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def said(found, *sentences):
    assert len(found) == len(sentences), found
    for reason, sentence in zip(found, sentences, strict=True):
        assert sentence in reason
