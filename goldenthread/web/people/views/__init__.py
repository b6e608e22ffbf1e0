"""The views of people."""
