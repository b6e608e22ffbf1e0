"""Tests of the four forms of a paper; each file is opened again."""
