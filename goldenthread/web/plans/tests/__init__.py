"""Tests of the pages of plans."""
