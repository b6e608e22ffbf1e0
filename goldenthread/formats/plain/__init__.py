"""The plain form: one CSV file a table, headed by the data model's own names of columns."""
