"""Tests of drafts: drawn ones, random ones and those of the real documents."""
