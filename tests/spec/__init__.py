"""What each indicator means, drawn as tables."""
