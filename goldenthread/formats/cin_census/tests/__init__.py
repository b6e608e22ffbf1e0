"""Tests of the CIN census reader."""
