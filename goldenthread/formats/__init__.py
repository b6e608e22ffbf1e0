"""Readers of children's data: one folder per format, each into the tables of the data model."""
