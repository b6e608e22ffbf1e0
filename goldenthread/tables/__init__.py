"""The child-level data model: each table and column with what it means and what empty means."""
