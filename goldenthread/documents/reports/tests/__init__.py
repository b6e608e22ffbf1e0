"""Tests of goldenthread.documents.reports."""
