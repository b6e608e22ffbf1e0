"""Measures: figures entered by hand, approved, revised; targets; what they are to show."""
