"""Ofsted's Annex A: the lists of children that a council gives to inspectors, as a workbook."""
