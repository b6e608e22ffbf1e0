"""Tests of the list of actions as a workbook."""
