"""The action plan in the council's own columns."""
