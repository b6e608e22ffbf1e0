"""The highlight report of a plan: what improved and how we know, what is late, what is next."""
