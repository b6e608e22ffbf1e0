"""Status rules: the key of the colours with its thresholds, and changing them."""
