"""Tests of the thread as a paper."""
