"""Names: what is one, whose it is, and which names are one entity."""
