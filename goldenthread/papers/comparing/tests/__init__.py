"""Tests of comparing a finished paper with the frozen one."""
