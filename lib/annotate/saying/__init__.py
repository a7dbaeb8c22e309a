"""Reports of what was said: cues, who says it, and what is said."""
