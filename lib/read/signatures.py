"""What a file really is, by its first bytes, when its name says otherwise."""

import re

# The first bytes of a file → what it is, what to do with it.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a zip or an Office file", "rename it to .zip, or save a spreadsheet as .csv"),
    (b"PK\x05\x06", "an empty zip", "give a file that holds articles"),
    (b"\x1f\x8b", "a gzip file", "add .gz to its name"),
    (b"PAR1", "a Parquet file", "rename it to .parquet"),
    (b"%PDF-", "a PDF", "save its text as .txt"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file", "save a spreadsheet as .csv, a document as .txt"),
    (b"{\\rtf", "an RTF document", "save it as .txt"),
    (b"\x89PNG\r\n\x1a\n", "an image", "give the text itself"),
    (b"\xff\xd8\xff", "an image", "give the text itself"),
    (b"GIF87a", "an image", "give the text itself"),
    (b"GIF89a", "an image", "give the text itself"),
    (b"II*\x00", "an image", "give the text itself"),
    (b"MM\x00*", "an image", "give the text itself"),
    (b"RIFF", "an image or a recording", "give the text itself"),
    (b"SQLite format 3\x00", "an SQLite database", "export its table as .csv"),
    (b"ARROW1", "an Arrow file", "save it as .parquet"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it and give the folder"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it and give the folder"),
    (b"\xfd7zXZ\x00", "an xz file", "unpack it"),
    (b"BZh91AY&SY", "a bzip2 file", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "unpack it"),
    (b"\x7fELF", "a program", "give a file that holds articles"),
)
# NOTE: each comment is matched for good (?>); else many comments are cut in all their ways, which takes for ever.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html\b)", re.I | re.S
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")

_TEXTS = frozenset({".html", ".htm", ".xhtml"})


def mismatch(head: bytes, suffix: str) -> str:
    """Say what a file of these first bytes is when its suffix says otherwise, and what to do; "" when it fits."""
    if suffix == ".parquet":
        if head.startswith(b"PAR1"):
            return ""
        what, then = _marked(head) or ("not a Parquet file", "fetch it again, or give it the name of what it is")
    elif marked := _marked(head):
        what, then = marked
    elif suffix in _TEXTS:
        return ""
    elif _PAGE.match(head):
        what, then = "a web page", "rename it to .html, or fetch it again if you asked for data"
    elif _XML.match(head):
        what, then = "an XML file", "save its records as .csv or .jsonl"
    else:
        return ""
    return f"the file is named {suffix} but is {what}; {then}."


def found(head: bytes) -> str:
    """Say what begins with these bytes, "" when it is none of the kinds known by them."""
    return (_marked(head) or ("", ""))[0]


def _marked(head: bytes) -> tuple[str, str] | None:
    return next(((what, then) for mark, what, then in _SIGNATURES if head.startswith(mark)), None)
