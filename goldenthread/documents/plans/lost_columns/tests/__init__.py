"""Tests of the reader of plans whose columns are lost."""
