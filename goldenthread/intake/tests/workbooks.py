"""A tracker in the hands of somebody with another program than ours."""

import io

import openpyxl


class Workbook:
    """Opened, filled in and saved again."""

    def __init__(self, data):
        self.book = openpyxl.load_workbook(io.BytesIO(data))
        self.sheet = self.book["Actions"]

    def heading(self, name):
        return next(cell.column for cell in self.sheet[1] if cell.value == name)

    def row(self, public_id):
        column = self.heading("Reference")
        rows = range(2, self.sheet.max_row + 1)
        return next(row for row in rows if self.sheet.cell(row, column).value == public_id)

    def cell(self, public_id, heading):
        return self.sheet.cell(self.row(public_id), self.heading(heading))

    def fill(self, public_id, **cells):
        for heading, value in cells.items():
            self.cell(public_id, heading.replace("_", " ")).value = value
        return self

    def saved(self):
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()
