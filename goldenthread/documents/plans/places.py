"""Places in words, as a person would look them up."""

from goldenthread.documents.layout import Place


def said(place: Place, *, row: bool = True) -> str:
    """ "Page 3, row 41", "Sheet “Plan”, row 4", "Table 2, row 5" or "Line 123"."""
    parts = []
    if place.sheet is not None:
        parts.append(f"sheet “{place.sheet}”")
    elif place.page is not None:
        parts.append(f"page {place.page}")
    if place.table is not None and place.sheet is None:
        parts.append(f"table {place.table}")
    if row and place.row is not None:
        parts.append(f"row {place.row}")
    if row and place.line is not None:
        parts.append(f"line {place.line}")
    text = ", ".join(parts) or "the document"
    return text[0].upper() + text[1:]


def row_said(place: Place) -> str:
    if place.row is None and place.line is not None:
        return f"The row at line {place.line}"
    return f"Row {place.row}" if place.row is not None else "A row"
