"""Tests of goldenthread.documents.plans."""
