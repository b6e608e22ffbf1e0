"""Tests of the pages of status rules."""
