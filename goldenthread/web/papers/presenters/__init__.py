"""What the pages of papers say."""
