"""Drawn tables for the checks of the data."""
