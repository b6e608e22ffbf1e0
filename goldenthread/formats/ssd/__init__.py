"""The Standard Safeguarding Dataset: one CSV or Parquet file a table, out of a case system."""
