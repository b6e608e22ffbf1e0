"""Tests of the people room, and the people whom other rooms' tests borrow."""
