"""Readers of papers: a report to Cabinet or a committee, and a member's question with its answer."""
