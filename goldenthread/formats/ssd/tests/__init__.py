"""Tests of the reader of the Standard Safeguarding Dataset."""
