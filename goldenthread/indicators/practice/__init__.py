"""Audits, complaints, disputes, private fostering."""
