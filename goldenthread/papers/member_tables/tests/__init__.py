"""Tests of the tables for members."""
