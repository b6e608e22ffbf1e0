"""Tests of the source beside its reading."""
