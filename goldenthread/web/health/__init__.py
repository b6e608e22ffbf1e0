"""Whether the product is up, for whoever watches it."""
