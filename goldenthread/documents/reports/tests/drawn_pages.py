"""Pages drawn line by line, each at a height of its own, as a PDF's text layer tells a table.

Running text is drawn more easily with `goldenthread.documents.tests.drawn`, which sets the
lines below each other itself; here a test says where each cell stands and in what order they
are told.
"""

from itertools import zip_longest

from goldenthread.documents.layout import Box, Document, Line, Page, Place
from goldenthread.documents.tests.drawn import CHARACTER, HEIGHT, LEFT, WIDTH

GRADES_AT, LEADING = 390.0, 15.0


def document(*pages, name="report.pdf"):
    """A document of pages, each a list of drawn lines in the order of its text layer."""
    numbered = tuple(page(lines, number) for number, lines in enumerate(pages, start=1))
    return Document(name=name, form="pdf", pages=numbered)


def page(lines, number=1):
    placed = tuple(
        Line(
            text=line["text"],
            place=Place(page=number, line=count),
            box=box(line),
            size=line.get("size", 12.0),
            bold=line.get("bold", False),
        )
        for count, line in enumerate(lines, start=1)
    )
    return Page(number=number, lines=placed, width=WIDTH, height=HEIGHT)


def box(line):
    height = 0.8 * line.get("size", 12.0)
    right = line.get("right") or line["left"] + CHARACTER * len(line["text"])
    return Box(line["left"], line["top"], right, line["top"] + height)


def without_boxes(drawn):
    """The same lines as an extracted text has them: no boxes, sizes or weights, no page size."""
    pages = tuple(
        Page(number=p.number, lines=tuple(Line(text=x.text, place=x.place) for x in p.lines))
        for p in drawn.pages
    )
    return Document(name=drawn.name, form="text", pages=pages)


def at(top, text, **more):
    """One line at a height, at the left margin unless told otherwise."""
    return {"text": text, "top": top, "left": LEFT, **more}


def flow(top, *texts, **more):
    """Lines below each other from a height on."""
    return [at(top + LEADING * count, text, **more) for count, text in enumerate(texts)]


def table(top, rows, *, order="cells", header=True, gap=12.0):
    """A table of judgements: (lines of the label, lines of the grade) a row, grades centred.

    `order` is how the text layer tells it: "cells" (label, grade, label, ...), "merged" (lines at
    one height told as one), "columns" (all labels, then all grades), "grades first" (each grade
    before its label).
    """
    drawn = [at(top, "Judgement Grade", bold=True)] if header else []
    told = {"labels": [], "grades": []}
    height = top + 2 * LEADING
    for label, grade in rows:
        tall = max(len(label), len(grade))
        labels = flow(height, *label)
        shift = (tall - len(grade)) * LEADING / 2
        grades = flow(height + shift, *grade, left=GRADES_AT)
        told["labels"] += labels
        told["grades"] += grades
        drawn += ROW_ORDERS.get(order, nothing)(labels, grades)
        height += tall * LEADING + gap
    return drawn + (told["labels"] + told["grades"] if order == "columns" else [])


def nothing(labels, grades):
    return []


def merged(labels, grades):
    """Label and grade lines that touch, told as one line that spans both cells."""
    told, rest = [], list(grades)
    for label in labels:
        beside = [g for g in rest if abs(g["top"] - label["top"]) < LEADING * 0.75]
        if beside:
            rest.remove(beside[0])
            right = beside[0]["left"] + CHARACTER * len(beside[0]["text"])
            label = {**label, "text": f"{label['text']} {beside[0]['text']}", "right": right}
        told.append(label)
    return told + rest


def interleaved(labels, grades):
    """Lines by height, label first."""
    lines = [line for pair in zip_longest(labels, grades) for line in pair if line]
    return sorted(lines, key=lambda line: (line["top"], line["left"]))


ROW_ORDERS = {
    "cells": lambda labels, grades: labels + grades,
    "merged": merged,
    "grades first": lambda labels, grades: grades + labels,
    "by height": interleaved,
}
ORDERS = ("cells", "merged", "grades first", "by height", "columns")
