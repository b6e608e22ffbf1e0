"""The Action page: how far it is, what shows it, what was said, and what can be done."""
