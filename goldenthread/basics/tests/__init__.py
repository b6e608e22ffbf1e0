"""Tests of the days, calendars, clocks and periods that every room shares."""
