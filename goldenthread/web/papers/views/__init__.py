"""The views of papers."""
