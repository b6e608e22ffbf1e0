"""Tests of the pages of queries and challenges."""
