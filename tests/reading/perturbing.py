"""Changes of a report's layout that leave what it says as it is: other pages, marks, types and text orders."""

import re
from dataclasses import replace

from goldenthread.documents.layout import Box, Line, Place

MARK = re.compile(r"^([\u25a0-\u25ff•\ue000-\uf8ff])\s*")
FOOT = 0.92
SMALLEST = 4.0
"""Points below which a size is none: some files print everything at size 1 and scale it."""
GLYPHS = ("•", "–", "-", "▪", "➤", "»", "\uf0b7", "\uf0a7")


def lines_changed(document, change):
    pages = tuple(
        replace(page, lines=tuple(change(line, page) for line in page.lines))
        for page in document.pages
    )
    return replace(document, pages=pages)


def moved(line, *, right=0.0, down=0.0):
    box = line.box
    return replace(
        line, box=Box(box.left + right, box.top + down, box.right + right, box.bottom + down)
    )


def is_foot(line, page):
    return line.box.top > FOOT * page.height


def other_marks(document, chance):
    glyph = chance.choice(GLYPHS)
    return lines_changed(
        document, lambda line, page: replace(line, text=MARK.sub(f"{glyph} ", line.text).strip())
    )


def no_type(document, chance):
    """Weight or size is lost, as where fonts are scaled or faked."""
    lost = chance.choice(({"size": 1.0}, {"bold": False}))
    return lines_changed(document, lambda line, page: replace(line, **lost))


def shaken(document, chance):
    return lines_changed(
        document,
        lambda line, page: moved(
            line, right=chance.uniform(-1.0, 1.0), down=chance.uniform(-0.8, 0.8)
        ),
    )


def another_size(document, chance):
    """The whole report enlarged or reduced."""
    by = chance.choice((0.7, 1.4))
    grown = lines_changed(document, lambda line, page: scaled(line, by))
    return replace(
        grown,
        pages=tuple(
            replace(page, width=page.width * by, height=page.height * by) for page in grown.pages
        ),
    )


def scaled(line, by):
    box = line.box
    size = line.size * by if line.size > SMALLEST else line.size
    return replace(
        line, size=size, box=Box(box.left * by, box.top * by, box.right * by, box.bottom * by)
    )


def feet_inside(document, chance):
    """Running feet are told in the middle of the text."""
    return replace(
        document,
        pages=tuple(
            replace(page, lines=tuple(with_feet_at(page, chance.random())))
            for page in document.pages
        ),
    )


def with_feet_at(page, share):
    feet = [line for line in page.lines if is_foot(line, page)]
    rest = [line for line in page.lines if not is_foot(line, page)]
    cut = int(share * len(rest)) if page.number > 1 else 0
    return [*rest[:cut], *feet, *rest[cut:]]


def no_feet(document, chance):
    return replace(
        document,
        pages=tuple(
            replace(page, lines=tuple(line for line in page.lines if not is_foot(line, page)))
            for page in document.pages
        ),
    )


def by_height(document, chance):
    """The text layer tells lines from top to bottom, and cells of one height from left to right."""
    return replace(
        document,
        pages=tuple(
            replace(
                page,
                lines=tuple(sorted(page.lines, key=lambda x: (round(x.box.top), x.box.left))),
            )
            for page in document.pages
        ),
    )


def columns(document, chance):
    """Page 1 tells what stands on the right apart from what stands on the left."""
    first, *others = document.pages
    right = [line for line in first.lines if line.box.left > 280]
    left = [line for line in first.lines if line.box.left <= 280]
    told = [*right, *left] if chance.random() < 0.5 else [*left, *right]
    return replace(document, pages=(replace(first, lines=tuple(told)), *others))


def odd_blanks(document, chance):
    return lines_changed(
        document,
        lambda line, page: (
            replace(line, text=line.text.replace(" ", "\u00a0")) if chance.random() < 0.3 else line
        ),
    )


def more_pages(document, chance):
    """Every page but the first breaks once more, anywhere."""
    made = []
    for page in document.pages:
        for part in broken(page, chance) if page.number > 1 else [page.lines]:
            made.append(numbered(replace(page, lines=tuple(part)), len(made) + 1))
    return replace(document, pages=tuple(made))


def broken(page, chance):
    feet = [line for line in page.lines if is_foot(line, page)]
    body = [line for line in page.lines if not is_foot(line, page)]
    tops = sorted(line.box.top for line in body)
    if len(tops) < 12:
        return [page.lines]
    cut = tops[chance.randrange(4, len(tops) - 4)] - 3
    return [
        [*feet, *(line for line in body if line.box.top < cut)],
        [*feet, *on_next_page((line for line in body if line.box.top >= cut), page)],
    ]


def on_next_page(lines, page):
    rest = list(lines)
    up = 0.1 * page.height - min(line.box.top for line in rest)
    return [moved(line, down=up) for line in rest]


def numbered(page, number):
    lines = tuple(
        replace(
            line,
            text=re.sub(r"^\d{1,3}$", str(number), line.text) if is_foot(line, page) else line.text,
            place=Place(page=number, line=count),
        )
        for count, line in enumerate(page.lines, start=1)
    )
    return replace(page, number=number, lines=lines)


def running_head(document, chance):
    """A small line at the head of page 1, where the file knows how large its type is."""
    first, *others = document.pages
    if first.lines[-1].size < SMALLEST:
        return document
    head = Line("Ofsted report on services", Place(page=1), Box(400, 30, 520, 38), 8.0, bold=False)
    return replace(document, pages=(replace(first, lines=(head, *first.lines)), *others))


CHANGES = (
    other_marks,
    no_type,
    shaken,
    another_size,
    feet_inside,
    no_feet,
    by_height,
    columns,
    odd_blanks,
    more_pages,
    running_head,
)
