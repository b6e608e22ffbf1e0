"""Tests of the thread room."""
