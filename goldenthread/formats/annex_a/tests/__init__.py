"""Tests of the Annex A reader."""
