"""Tests of the action plan as a paper."""
