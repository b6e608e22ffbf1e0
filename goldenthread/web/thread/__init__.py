"""The thread: the chain from the report's paragraph to the minute, and its first missing step."""
