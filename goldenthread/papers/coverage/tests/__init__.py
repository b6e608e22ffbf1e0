"""Tests of coverage as a paper."""
