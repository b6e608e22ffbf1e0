"""Tests of the sheet for a visit."""
