"""Tests of the inspections room."""
