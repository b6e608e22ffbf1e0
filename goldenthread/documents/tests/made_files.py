"""Small good files of each form, made without any office program."""

import io
import zipfile

import docx
import xlsxwriter

PLAN = (
    ("No", "Recommendation", "Action", "Lead", "By when"),
    ("1", "Aldermere should see children alone", "Write the visiting guide", "Post A", "Sept 2013"),
    ("", "", "Sample twenty files a month", "Post B", "Monthly"),
)


def pdf(*pages):
    """A PDF of one font; each page is a list of lines."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        bodies.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        stream = _stream(lines)
        bodies.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _assembled(bodies)


def _stream(lines):
    shown = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    moved = "\n".join(f"({line}) Tj 0 -14 Td" for line in shown)
    return f"BT /F1 11 Tf 50 790 Td\n{moved}\nET" if lines else ""


def _assembled(bodies):
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    starts = []
    for number, body in enumerate(bodies, start=1):
        starts.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252"))
    table = out.tell()
    out.write(f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode())
    out.write(b"".join(f"{start:010} 00000 n \n".encode() for start in starts))
    trailer = f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    out.write(trailer.encode())
    return out.getvalue()


def word(fill=None):
    """A Word document; `fill` adds to it, else it holds a heading and the plan's table."""
    document = docx.Document()
    (fill or _plan_in_word)(document)
    out = io.BytesIO()
    document.save(out)
    return _of_no_time(out.getvalue())


def _of_no_time(data):
    """The same container without the second in which it was made: the same content, the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w") as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name), made.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _plan_in_word(document):
    document.add_heading("Action plan", level=1)
    document.add_paragraph("Aldermere Council")
    table = document.add_table(rows=0, cols=len(PLAN[0]))
    for row in PLAN:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(2, 1))


def excel(fill=None, **options):
    """An Excel workbook; `fill(workbook)` adds its sheets, else it holds the plan."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **options}) as workbook:
        (fill or _plan_in_excel)(workbook)
    return out.getvalue()


def _plan_in_excel(workbook):
    sheet = workbook.add_worksheet("Plan")
    for number, row in enumerate(PLAN):
        sheet.write_row(number, 0, row)
    sheet.merge_range(1, 1, 2, 1, PLAN[1][1])


def html():
    """A page with a heading and the plan's table."""
    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in PLAN)
    return f"<!DOCTYPE html><html><body><h1>Plan</h1><table>{rows}</table></body></html>".encode()


def markdown():
    """The plan as a pipe table under a heading."""
    heading, *rows = (f"| {' | '.join(row)} |" for row in PLAN)
    return "\n".join(["# Plan", "", heading, "|--|--|--|--|--|", *rows, ""]).encode()


def text():
    """A letter."""
    return "Aldermere Council\n\nThe plan’s first action is done.\n".encode()


GOOD = {
    "plan.pdf": lambda: pdf(["Aldermere", "Action plan"], ["The second page"]),
    "plan.docx": word,
    "plan.xlsx": excel,
    "plan.html": html,
    "plan.md": markdown,
    "letter.txt": text,
}


def repacked(data, parts):
    """A zip again, with parts replaced or added; a part given as None is left out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        kept = {name: old.read(name) for name in old.namelist()}
        for name, content in (kept | parts).items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def part(data, name):
    """One part of a zip, as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()
