"""What the pages of inspections say: words, tables and a chart, worked out before the templates."""
