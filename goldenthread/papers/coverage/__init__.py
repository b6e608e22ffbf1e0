"""Coverage both ways: what answers each recommendation, and what answers none."""
