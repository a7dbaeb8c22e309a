"""Add: bring articles, see what is read in them, build a corpus, open it."""

from lib.show import adding

adding()
