"""Queries that rules raise and challenges that people raise; what becomes of them."""
