"""What is measured, one script a bar; docs/performance.md says how and keeps the figures."""
