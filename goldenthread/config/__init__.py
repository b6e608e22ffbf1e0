"""Settings, root addresses and the two servers' entry points."""
