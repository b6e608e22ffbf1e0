"""Plans, items, actions, deadlines, updates, tests, evidence and their states."""
