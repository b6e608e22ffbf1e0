"""The words of the pages of plans."""
