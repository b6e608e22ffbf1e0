"""What the pages of an import show, worked out from its draft."""
