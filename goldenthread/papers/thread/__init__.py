"""The thread of a recommendation, an item or an action as a paper."""
