"""The views of inspections, a file for each part of a report."""
