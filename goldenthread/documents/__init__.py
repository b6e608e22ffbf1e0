"""Readers of documents into pages, paragraphs and tables, and of those into proposals."""
