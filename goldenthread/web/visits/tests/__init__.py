"""Tests of the pages of visits."""
