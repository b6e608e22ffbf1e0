"""Tests of the papers of meetings."""
