"""Tests of the readers of papers, on papers that they draw themselves."""
