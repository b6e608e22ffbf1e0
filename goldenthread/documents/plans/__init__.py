"""Action plans and trackers, from tables or lines to proposals."""
