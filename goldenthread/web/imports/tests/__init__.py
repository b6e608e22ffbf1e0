"""Tests of the pages of importing."""
