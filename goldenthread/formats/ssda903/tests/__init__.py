"""Tests of the SSDA903 reader."""
