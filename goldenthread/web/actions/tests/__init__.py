"""Tests of the Action page."""
