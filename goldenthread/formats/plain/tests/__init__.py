"""Tests of the plain form."""
