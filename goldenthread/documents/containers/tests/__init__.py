"""Tests of goldenthread.documents.containers."""
