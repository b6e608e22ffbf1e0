"""What the pages of measures say."""
