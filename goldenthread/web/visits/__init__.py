"""Visits of inspectors: what is prepared for them, and the sheet to have at hand."""
