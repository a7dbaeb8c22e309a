"""The one family of errors that a user may see: each is a sentence saying what is wrong, where, and what to do."""


class MijharError(Exception):
    """A problem the user can act on; caught once, at the edge, and shown as its one sentence."""


class InputError(MijharError):
    """An input file, folder or column that cannot be read as articles."""


class CorpusError(MijharError):
    """A corpus directory that is missing, incomplete or of another schema version."""


class EngineError(MijharError):
    """An engine that does not exist, or whose weights are missing or damaged."""
