"""What a page shows, as AppTest has it."""

import re
import tomllib

from tests.conftest import ROOT

TEXTS = tomllib.loads((ROOT / "lib" / "show" / "texts.toml").read_text(encoding="utf-8"))
ASSAD = "mention~entity_id~bashar-al-assad"


def shown(at):
    """All HTML on the page, the sidebar's included."""
    return "\n".join(str(one.proto.body) for one in at.get("html"))


def headline(at):
    """The page's one large number."""
    return int(re.search(r"font-size:3\.2rem[^>]*>(?:<a[^>]*>)?<bdi>([\d,]+)", shown(at)).group(1).replace(",", ""))


def link(at):
    return {name: value[0] if isinstance(value, list) else value for name, value in at.query_params.items()}
