"""Measures and their values, each with numerator, denominator and day."""
