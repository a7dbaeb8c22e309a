"""How long things take, measured with real processes and a real browser; nothing is asserted."""
