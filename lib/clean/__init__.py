from lib.clean.cleaning import RULE_NAMES, Cleaned, Removed, clean
from lib.clean.recurring import without_recurring

__all__ = ["RULE_NAMES", "Cleaned", "Removed", "clean", "without_recurring"]
