"""Tests of what of a document is shown."""
