"""Opens the engine that holds the loads, counts the indicators, lists who is behind a figure."""
