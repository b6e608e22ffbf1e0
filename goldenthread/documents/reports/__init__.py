"""Reports of inspections and letters of visits, from lines to proposals."""
