"""Documents that the tests bring in, and the short way through the verbs."""

from goldenthread.documents.reports.tests import slac_drawn
from goldenthread.documents.tests import made_files
from goldenthread.intake import actions
from goldenthread.people.worker import Worker

PLAN = "plan.docx"
REPORT = "report.docx"


def report_file():
    """The report of an announced inspection in Word, which prints no day of publication."""

    def fill(document):
        table = None
        for style, text in slac_drawn.REPORT:
            if text.startswith("Published:"):
                continue
            if style != "row":
                table = None
                document.add_paragraph(text, style=slac_drawn.WORD_STYLES.get(style))
                continue
            table = table or document.add_table(rows=0, cols=2)
            for cell, value in zip(table.add_row().cells, text.split("\t"), strict=True):
                cell.text = value

    return made_files.word(fill)


def plan_file(rows=made_files.PLAN, title="Improvement plan"):
    """A plan in Word with a table of the given rows, headings first."""

    def fill(document):
        document.add_heading(title, 1)
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text

    return made_files.word(fill)


class Desk:
    """Brings files in for Alice and lets the worker read them."""

    def __init__(self, cast):
        self.cast = cast

    def upload(self, *files, by=None, **more):
        by = by or self.cast.alice
        return actions.upload_files(authority=self.cast.aldermere, files=list(files), by=by, **more)

    def read(self, name, data, **more):
        """One file, brought in and read by the worker."""
        [import_] = self.upload((name, data), **more)
        return self.work(import_)

    def work(self, import_):
        Worker().run(until_empty=True)
        return type(import_).objects.get(pk=import_.pk)

    def report(self):
        return self.read(REPORT, report_file())

    def plan(self, rows=made_files.PLAN):
        return self.read(PLAN, plan_file(rows))
