"""Reports of inspections and letters of visits, from lines to proposals."""

from goldenthread.documents.reports.report import looks_like, read

__all__ = ["looks_like", "read"]
