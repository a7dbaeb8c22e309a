"""Tables for spreadsheet programs."""

import pandas as pd


def spreadsheet(frame: pd.DataFrame) -> bytes:
    """Return the frame as a CSV that Excel opens right: UTF-8 with a byte-order mark, no text a formula."""
    texts = frame.select_dtypes(["object", "string"]).columns
    # A spreadsheet runs a cell that begins so; an apostrophe before it makes it a text.
    quoted = frame[texts].replace(r"^(?=[=+\-@\t\r])", "'", regex=True)
    safe = frame.assign(**{str(name): quoted[name] for name in texts})
    return safe.to_csv(index=False).encode("utf-8-sig")
