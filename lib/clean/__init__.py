from lib.clean.cleaning import Cleaned, Removed, clean

__all__ = ["Cleaned", "Removed", "clean"]
