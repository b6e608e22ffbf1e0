"""The list of actions as a page shows it, as a workbook to sort and filter further."""
