"""Tests of the pages of boards and meetings."""
