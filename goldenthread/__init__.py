"""Golden Thread: from an inspection finding to change for children that can be shown."""
