"""What pytest is taught for this house; loaded with `-p` from pyproject.toml."""
