"""Movements: who travelled, from where to where, and when."""
