"""Folders of small articles to be read."""

import json
import sys

import pytest

BODY = "غادر الوفد العاصمة مساء الأحد."
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory and lists of processes are Linux's")


def jsonl(count, **fields):
    return "".join(json.dumps({"title": f"عنوان {n}", "text": BODY} | fields) + "\n" for n in range(count))


def folder(path, *names):
    for name in names:
        (path / name).write_text(f"عنوان\n\n{BODY}", encoding="utf-8")
    return path
