"""A plan taken out to Excel and brought back: what has changed, shown before it counts."""
