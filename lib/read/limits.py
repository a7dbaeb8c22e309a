"""How much is read of an input that may claim, or turn out, to be far more than news is."""

# Some 1.4 to 1.9 million articles of SaudiNewsNet's and ANT's mean length; more belongs in a folder of .jsonl.gz,
# which is read without this limit.
MAX_UNZIPPED = 4 * 2**30

# Chosen: more than a year of a daily paper at a hundred articles a day, each a file; more is a folder's work.
MAX_MEMBERS = 50_000
# The list of a zip's members is held whole: room for 50,000 entries of 1,300 bytes, and no more.
MAX_DIRECTORY = 64 * 2**20

# ANT 2018 unpacks to 4.4 times its size (9.3 with its letters escaped as in \u0627), SaudiNewsNet to 3.7; one article
# of ANT written 20,000 times to 150, and deflate ends at 1,032. Below 64 MiB, chosen, a file may be anything.
MAX_RATIO = 200
RATIO_FROM = 64 * 2**20

# As many columns as a spreadsheet has.
MAX_COLUMNS = 16_384


def is_bomb(packed: int, unpacked: int) -> bool:
    """Say whether so much data out of so little is made to fill a machine instead of to be read."""
    return unpacked > RATIO_FROM and unpacked > MAX_RATIO * packed
