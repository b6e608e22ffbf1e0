"""Tests of the pages of the search."""
