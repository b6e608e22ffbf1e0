"""Importing documents: bring a file, look at what was read from it, settle it, confirm it."""
