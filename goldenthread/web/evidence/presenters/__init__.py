"""What the pages of evidence say."""
