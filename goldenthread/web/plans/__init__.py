"""Plans, their items, what is left to settle, and changes of many actions at once."""
