"""An Excel workbook as one table a sheet, each cell as the user sees it. Macros never run."""

from lxml import etree

from goldenthread.documents.containers import flow
from goldenthread.documents.containers.package import Package, attribute, child, rels_of
from goldenthread.documents.containers.sheet import Sheet
from goldenthread.documents.containers.sheet_values import Values
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Document, Page, Table

FOLDER = "xl"
MACROS = "xl/vbaProject.bin"
SHEETS_LIMIT = 200


def read(data: bytes, name: str) -> Document:
    """All visible sheets. Hidden sheets are left out and hidden rows kept, each with a warning.

    Raises:
        UnreadableDocument: the file is damaged, protected, or unpacks to too much.
    """
    package = Package(data, name)
    workbook = package.main(FOLDER)
    root = package.xml(workbook)
    sheets_listed = child(root, "sheets")
    if sheets_listed is None:
        raise package.damaged()
    listed = list(sheets_listed.iterchildren("{*}sheet"))
    if len(listed) > SHEETS_LIMIT:
        raise package.too_large(f"it has {len(listed)} sheets")
    values = Values(package, workbook, from_1904=_from_1904(root))
    sheets = _sheets(package, workbook, listed, values)
    tables = [sheet.table(number) for number, sheet in enumerate(sheets, start=1)]
    return Document(
        name=name,
        form="xlsx",
        pages=tuple(_page(table, number) for number, table in enumerate(tables, start=1)),
        blocks=tuple(table for table in tables if table.cells),
        warnings=_warnings(package, listed, sheets),
    )


def _sheets(
    package: Package, workbook: str, listed: list[etree._Element], values: Values
) -> list[Sheet]:
    """The visible sheets of cells; a sheet that only shows a chart has none.

    Raises:
        UnreadableDocument: a sheet is listed but not in the file, or none is visible.
    """
    rels = rels_of(workbook)
    charts = package.related(rels, "chartsheet")
    paths = package.related(rels, "worksheet")
    found = []
    for element in listed:
        key = attribute(element, "id") or ""
        if not _is_visible(element) or key in charts:
            continue
        if paths.get(key) not in package.paths:
            raise package.damaged()
        sheet = Sheet(package.name, element.get("name", ""), values)
        sheet.fill(package.elements(paths[key], "c", "row", "col", "mergeCell"))
        found.append(sheet)
    if not found:
        raise _nothing_shown(package.name)
    return found


def _nothing_shown(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{name}: The workbook has no visible sheet of cells. Unhide the sheets and try again.",
        found="workbook without a visible sheet",
    )


def _is_visible(element: etree._Element) -> bool:
    return element.get("state", "visible") == "visible"


def _from_1904(root: etree._Element | None) -> bool:
    return attribute(child(root, "workbookPr"), "date1904") in ("1", "true")


def _page(table: Table, number: int) -> Page:
    return Page(number=number, lines=tuple(flow.lines_of(table)))


def _warnings(
    package: Package, listed: list[etree._Element], sheets: list[Sheet]
) -> tuple[str, ...]:
    name = package.name
    found = []
    if MACROS in package.paths:
        found.append(f"{name}: The workbook holds macros. Its cells were read; no macro was run.")
    if any(path.startswith("xl/comments") for path in package.paths):
        found.append(f"{name}: Notes and comments on cells were not read.")
    for element in listed:
        if not _is_visible(element):
            sheet = element.get("name", "")
            found.append(
                f"{name}: The sheet '{sheet}' is hidden and was not read. Unhide it if it matters."
            )
    return (*found, *(warning for sheet in sheets for warning in sheet.warnings()))
