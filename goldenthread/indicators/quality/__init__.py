"""Checks of the data itself: what does not fit together, before figures are built on it."""
