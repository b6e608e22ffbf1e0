"""Tests of the child-level data model."""
