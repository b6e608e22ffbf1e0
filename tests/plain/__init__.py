"""The expressions of the indicators once more, in slow plain Python."""
