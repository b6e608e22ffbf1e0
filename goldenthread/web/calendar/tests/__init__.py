"""Tests of this area's pages."""
