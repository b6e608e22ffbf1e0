"""Tests of made councils."""
