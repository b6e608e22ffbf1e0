"""The rules by which change is read, each with its drawn table."""
