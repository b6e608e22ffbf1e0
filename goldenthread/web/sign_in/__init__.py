"""Signing in and out, one's own password and second factor."""
