"""Tests of these indicators."""
