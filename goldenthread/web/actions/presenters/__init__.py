"""What the Action page shows, worked out for its templates."""
