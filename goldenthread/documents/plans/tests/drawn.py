"""Three plans of Aldermere, a council that does not exist, and writers that print them."""

import io
import shutil
import subprocess
from dataclasses import dataclass, field

import docx
import typst
import xlsxwriter
from docx.enum.section import WD_ORIENT
from docx.shared import Pt

SENTENCES = (
    "Agree the revised threshold guidance with all partner agencies",
    "Brief every team manager on the new supervision template and test that it is used",
    "Set up a weekly meeting that looks at children who have waited longest for an assessment",
    "Review the contract of the out of hours service",
    "Train all independent reviewing officers in how to challenge drift",
    "Publish the pathway for unborn babies, with the names of those who decide",
    "Complete a dip sample of twenty case files each month and report what was found",
    "Write to all head teachers about the front door; offer each a meeting",
    "Ask young people in care which three things they would change first",
    "Move the recording of return home interviews into the case system",
    "Recruit four advanced practitioners",
    "Hold a workshop on the quality of plans, led by two practitioners from another council",
)
TESTS = (
    "Minute of the practice board",
    "Nine out of ten audits in a month are good or better",
    "Survey of foster carers shows a rise",
    "Copy of the letter",
    "Weekly report shows nobody waits more than ten working days",
    "",
    "Training record, and an observation of practice in each team",
)
NOTES = (
    "",
    "03/02/2025 first draft shared with partners\n17/03/2025 agreed with two changes",
    "Started late because the post was vacant.",
    "",
    "Ready for sign off",
)
PEOPLE = ("Asha Verity", "Bram Okonjo", "Celia Marsh", "Dewi Thorne", "Edie Calloway", "Finn Abara")
DATES = ("31/03/2025", "June 2025", "End Sept 2025", "", "By 12 May 2025", "Quarterly")
COLOURS = ("Green", "Amber", "Red", "Blue", "")
WEAKNESSES = (
    "The timeliness of initial assessments, so that children are seen when they need to be",
    "The quality and frequency of supervision",
    "How well plans say what must change for the child, and by when",
    "Management oversight at the front door",
    "The response to children who go missing from home or care, including return interviews",
)


@dataclass
class Act:
    """An action as the expected reading has it."""

    text: str
    leads: list
    local_timescale: str
    cells: dict = field(default_factory=dict)


@dataclass
class Answer:
    """An item with its actions."""

    number: str
    text: str
    actions: list


def _pick(values, n):
    return values[n % len(values)]


def plan(first=0, each=5):
    """Items and actions; `first` shifts which words are taken."""
    answers = []
    n = first
    for number, weakness in enumerate(WEAKNESSES, start=1):
        actions = []
        for _ in range(each - (number % 3)):
            n += 1
            leads = [_pick(PEOPLE, n)] if n % 4 else []
            if n % 7 == 0:
                leads = [_pick(PEOPLE, n), _pick(PEOPLE, n + 1)]
            cells = {
                "test": _pick(TESTS, n),
                "progress": _pick(NOTES, n),
                "status": _pick(COLOURS, n),
            }
            actions.append(Act(_pick(SENTENCES, n), leads, _pick(DATES, n), cells))
        answers.append(Answer(str(number), weakness, actions))
    return answers


# --- As rows of printed cells: a heading row, then (texts, spans) -------------------------------


@dataclass
class Sheet:
    """A table to print: headings, and rows of cells; a cell is (text, rows, columns) or None."""

    headings: list
    rows: list
    widths: list


def merged(answers):
    """Numbers and recommendations in merged cells, one row an action."""
    headings = [
        "Ref", "Recommendation", "What we will do", "Owner", "By when",
        "How will we know?", "Progress to date", "BRAG",
    ]  # fmt: skip
    rows = []
    for answer in answers:
        for n, act in enumerate(answer.actions):
            height = len(answer.actions)
            left = [(answer.number, height, 1), (answer.text, height, 1)] if n == 0 else [None] * 2
            own = (act.text, "\n".join(act.leads), act.local_timescale, *act.cells.values())
            rows.append(left + [(text, 1, 1) for text in own])
    return Sheet(headings, rows, [8, 32, 40, 20, 18, 30, 32, 12])


def blank_below(answers):
    """As `merged`, but the cells below are left blank instead of merged."""
    sheet = merged(answers)
    sheet.rows = [[("", 1, 1) if c is None else (c[0], 1, 1) for c in row] for row in sheet.rows]
    return sheet


def headed(answers):
    """The recommendation in a row of its own across the table; another order of columns."""
    headings = [
        "BRAG",
        "Lead officer",
        "Action required",
        "Deadline",
        "Comments",
        "Success criteria",
    ]
    rows = []
    for answer in answers:
        title = f"Recommendation {answer.number}: {answer.text}"
        rows.append([(title, 1, 6), *[None] * 5])
        for act in answer.actions:
            own = (
                act.cells["status"], "\n".join(act.leads), act.text,
                act.local_timescale, act.cells["progress"], act.cells["test"],
            )  # fmt: skip
            rows.append([(text, 1, 1) for text in own])
    return Sheet(headings, rows, [12, 22, 46, 20, 40, 36])


def repeated(answers):
    """A tracker: number and recommendation stand in every row."""
    sheet = merged(answers)
    sheet.rows = [
        [(answer.number, 1, 1), (answer.text, 1, 1), *row[2:]]
        for answer, row in zip(
            [answer for answer in answers for _ in answer.actions], sheet.rows, strict=True
        )
    ]
    return sheet


# --- Writers --------------------------------------------------------------------------------------


def _typst_text(text):
    safe = text.replace("\\", "\\\\").replace("#", "\\#").replace("*", "\\*").replace("_", "\\_")
    return " \\ ".join(safe.replace("$", "\\$").replace("@", "\\@").split("\n"))


def as_pdf(sheet, *, stroke, title="Improvement plan", size=8, more="", repeat=True, heads=""):
    """A PDF by Typst. `stroke` is "all", "rows", "columns" or "none"; `more` are further
    settings of the table, `heads` those of its heading cells."""
    strokes = {"all": "0.5pt", "rows": "(x: none, y: 0.5pt)", "none": "none"}
    strokes["columns"] = "(x: 0.5pt, y: none)"
    fractions = ", ".join(f"{w}fr" for w in sheet.widths)
    tops = ", ".join(f"table.cell({heads})[*{_typst_text(h)}*]" for h in sheet.headings)
    cells = [
        f"table.cell(rowspan: {c[1]}, colspan: {c[2]})[{_typst_text(c[0])}]"
        for row in sheet.rows
        for c in row
        if c is not None
    ]
    source = (
        f'#set page("a4", flipped: true, margin: 1.5cm, numbering: "1")\n'
        f"#set text(size: {size}pt)\n#set par(justify: false)\n= {title}\n"
        f"#table(columns: ({fractions}), stroke: {strokes[stroke]}, inset: 4pt, align: left + top,\n"
        f"{more}table.header(repeat: {str(repeat).lower()}, {tops}),\n{', '.join(cells)})\n"
    )
    return typst.compile(source.encode())


def priorities_as_pdf(sections, *, stroke):
    """A PDF with a heading, an outcome and a table of actions for each priority."""
    strokes = {"all": "0.5pt", "rows": "(x: none, y: 0.5pt)", "none": "none"}
    heads = ("Ref", "Action", "Lead", "By when", "Milestones", "Impact", "BRAG")
    tops = ", ".join(f"[*{head}*]" for head in heads)
    source = (
        '#set page("a4", flipped: true, margin: 1.5cm)\n#set text(size: 9pt)\n'
        "= Aldermere improvement plan 2025\n"
        "This plan answers the inspection of March 2025. The improvement board oversees it.\n\n"
    )
    for heading, outcome, rows in sections:
        cells = ",\n".join(f"[{_typst_text(cell)}]" for row in rows for cell in row)
        source += (
            f"== {heading}\nOutcome: {outcome}\n\n"
            f"#table(columns: (1fr, 5fr, 2fr, 2fr, 4fr, 4fr, 1.4fr), stroke: {strokes[stroke]}, "
            f"align: left + top, table.header({tops}),\n{cells})\n\n"
        )
    return typst.compile(source.encode())


def as_docx(sheet, *, title="Improvement plan", style="Table Grid"):
    """A Word document with real merged cells, landscape, its heading row repeated."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.styles["Normal"].font.size = Pt(8)
    document.add_heading(title, level=1)
    table = document.add_table(rows=1 + len(sheet.rows), cols=len(sheet.headings))
    table.style = style
    for column, heading in enumerate(sheet.headings):
        table.cell(0, column).text = heading
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if cell is not None:
                _word_cell(table, number, column, cell)
    table.rows[0]._tr.get_or_add_trPr().append(
        docx.oxml.parse_xml(f"<w:tblHeader {docx.oxml.ns.nsdecls('w')}/>")
    )
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _word_cell(table, number, column, cell):
    text, rows, columns = cell
    place = table.cell(number, column)
    if rows > 1 or columns > 1:
        place = place.merge(table.cell(number + rows - 1, column + columns - 1))
    first, *others = text.split("\n")
    place.paragraphs[0].text = first
    for other in others:
        place.add_paragraph(other)


def as_xlsx(sheet, *, above=()):
    """A workbook with one sheet; `above` are rows over the headings."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        page = book.add_worksheet("Plan")
        top = len(above)
        for number, text in enumerate(above):
            page.write_string(number, 0, text)
        for column, heading in enumerate(sheet.headings):
            page.write_string(top, column, heading)
        for number, row in enumerate(sheet.rows, start=top + 1):
            for column, cell in enumerate(row):
                if cell is not None:
                    _excel_cell(page, number, column, cell)
    return stream.getvalue()


def _excel_cell(page, number, column, cell):
    text, rows, columns = cell
    if rows > 1 or columns > 1:
        page.merge_range(number, column, number + rows - 1, column + columns - 1, text)
    elif text:
        page.write_string(number, column, text)


def printed_by_word_processor(data, folder):
    """The PDF that LibreOffice prints of a Word document."""
    source = folder / "plan.docx"
    source.write_bytes(data)
    subprocess.run(  # noqa: S603
        [shutil.which("soffice"), "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", "pdf", "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return (folder / "plan.pdf").read_bytes()


# --- What a reading should hold -------------------------------------------------------------------


def cells_of(answers):
    """Every cell by where it belongs, blank ones too."""
    found = {}
    for answer in answers:
        found[answer.number, "text"] = answer.text
        for n, act in enumerate(answer.actions):
            where = f"{answer.number}/{n}"
            found[where, "text"] = act.text
            found[where, "leads"] = act.leads
            found[where, "local_timescale"] = act.local_timescale or None
            for name, text in act.cells.items():
                found[where, name] = text or None
    return found


def cells_read(proposal):
    """The same of a proposal."""
    found = {}
    count = {}
    for item in proposal["items"]:
        found[item["number"], "text"] = item["text"]
    for action in proposal["actions"]:
        number = action["items"][0] if action["items"] else "none"
        where = f"{number}/{count.get(number, 0)}"
        count[number] = count.get(number, 0) + 1
        for name in ("text", "leads", "local_timescale", "test", "progress", "status"):
            found[where, name] = action[name]
    return found


def differences(answers, proposal):
    """Cells that were read otherwise than printed."""
    expected, read = cells_of(answers), cells_read(proposal)
    return [
        (where, expected.get(where), read.get(where))
        for where in sorted(set(expected) | set(read))
        if expected.get(where) != read.get(where)
    ]
