"""Each file stored once by its SHA-256, places in it, and screening."""
