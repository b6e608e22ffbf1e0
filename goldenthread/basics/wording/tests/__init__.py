"""Tests of the date wordings."""
