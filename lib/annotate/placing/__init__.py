"""Places: the gazetteer, what a name may mean there, why, and in which role."""
