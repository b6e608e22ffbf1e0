"""The sheet for a visit of inspectors: two sides of A4 to have at hand."""
