"""Reads Ofsted's letters after focused visits and monitoring visits to children's services."""

from goldenthread.documents.layout import Document
from goldenthread.documents.proposals import Proposal, Question
from goldenthread.documents.reports import letters_people as people
from goldenthread.documents.reports import letters_words as words
from goldenthread.documents.reports.folding import joined
from goldenthread.documents.reports.letters_progress import statements
from goldenthread.documents.reports.letters_text import Letter, Text, letter_of
from goldenthread.documents.reports.printed_days import Days, days_in
from goldenthread.documents.reports.printed_rows import rows

FIRST_ROWS = 80
FRAMEWORKS = {"focused": words.FOCUSED, "monitoring": words.MONITORING}


def looks_like(document: Document) -> float:
    """How sure it is that this is such a letter: its title, its opening sentence and its close.

    A paper or minutes about a letter may have its words; only the letter also addresses someone.
    """
    lines = [" ".join(line.text.split()) for line in document.lines() if line.text.strip()]
    head = lines[:FIRST_ROWS]
    titled = any(
        words.TITLE.match(joined(head[i : i + n])) for i in range(len(head)) for n in (1, 2)
    )
    opened = words.SUMMARISES.search(" ".join(head)) is not None
    closed = any(words.END.match(line) for line in lines)
    addressed = any(words.DEAR.match(line) for line in head)
    if not (addressed and (opened or (titled and closed))):
        return 0.0
    return 0.5 + 0.2 * titled + 0.15 * opened + 0.1 * closed


def read(document: Document) -> Proposal:
    """The letter as CONTRACTS has it, with what it says has improved and what has not yet.

    Paragraphs are numbered as printed, else by their order below the title.
    """
    letter = letter_of(rows(document))
    numbered = _numbered(letter.texts)
    improved, not_yet = statements(numbered)
    named, signed = people.inspectors(letter), people.signatory(letter)
    visited = _visited(letter)
    facts: Proposal = {
        "kind": "letter",
        "framework": _framework(letter),
        "local_authority": letter.council,
        **_days(letter, visited),
        "lead_inspector": people.lead_inspector(named, signed),
        "inspectors": named,
        "signed_by": signed[0] if signed else None,
        **_visit(letter),
        "scope": _scope(letter),
    }
    return {
        **facts,
        "paragraphs": [_paragraph(number, text) for number, text in numbered],
        "paragraph_numbers": "printed" if any(t.number for t in letter.texts) else "counted",
        "improved": improved,
        "not_yet": not_yet,
        "priority_action": _points(numbered, words.PRIORITY),
        "recommendations": _recommendations(numbered),
        "issues": [],
        "questions": _questions(facts, visited),
        "sources": {f"paragraphs/{i}/text": t.place.as_dict() for i, (_, t) in enumerate(numbered)},
    }


def _numbered(texts: list[Text]) -> list[tuple[int | None, Text]]:
    """Each text with its number: as printed where the letter prints any, else 1, 2, 3.

    In a letter with printed numbers an unnumbered text has none.
    """
    if any(text.number for text in texts):
        return [(text.number, text) for text in texts]
    return list(enumerate(texts, start=1))


def _framework(letter: Letter) -> str | None:
    kind = letter.kind
    if kind is None:
        match = words.SUMMARISES.search(" ".join(text.text for text in letter.texts[:3]))
        kind = match["kind"].lower() if match else None
    return FRAMEWORKS.get(kind or "")


def _visited(letter: Letter) -> Days | None:
    """The days in the opening sentence about this visit; days behind "since" are of an earlier one."""
    for text in letter.texts[:4]:
        sentence = text.text.split(". ")[0]
        if words.SUMMARISES.search(sentence) or "visit" in sentence.lower():
            found = days_in(words.SINCE.sub("", sentence))
            if found:
                return found
    return None


def _days(letter: Letter, visited: Days | None) -> Proposal:
    written = _written(letter.head)
    published = _published(letter)
    return {
        "date": written.first_day if written else None,
        "visit_start": visited.first_day if visited else None,
        "visit_end": visited.last_day if visited else None,
        "visit_period": visited.as_dict() if visited else None,
        "published": published.first_day if published else None,
        "published_from": "letter" if published else None,
        "published_guess": None,
    }


def _written(head: list[str]) -> Days | None:
    """The letter's own date: a line of the head that is a day, or ends with one."""
    found = [(line.strip(), days_in(line)) for line in head]
    days = [(line, day) for line, day in found if day and day.precision == "day"]
    whole = [day for line, day in days if day.text == line]
    ending = [day for line, day in days if line.endswith(day.text)]
    return next(iter(whole + ending), None)


def _published(letter: Letter) -> Days | None:
    for text in letter.texts:
        if text.role == words.CLOSE and words.PUBLISHED.search(text.text):
            found = days_in(text.text)
            if found and found.precision == "day":
                return found
    return None


def _visit(letter: Letter) -> Proposal:
    """Which monitoring visit it was and since which inspection, where the opening says so."""
    for text in letter.texts[:4]:
        number = words.visit_number(text.text)
        since = words.SINCE.search(text.text)
        if number or (since and letter.kind == "monitoring"):
            earlier = days_in(since["text"]) if since else None
            return {
                "visit_number": number,
                "since": since["text"] if since else None,
                "previous_inspection": earlier.as_dict() if earlier else None,
            }
    return {"visit_number": None, "since": None, "previous_inspection": None}


def _scope(letter: Letter) -> str | None:
    """What the visit looked at: the text below that heading, else the opening paragraphs."""
    texts = [text for text in letter.texts if text.role == words.SCOPE]
    told = [text for text in texts if not (_is_opening(text) or words.METHOD.match(text.text))]
    headed = [text for text in told if text.section]
    parts = [part for text in headed or told for part in (text.text, *_bullets(text))]
    return "\n".join(part for part in parts if part) or None


def _is_opening(text: Text) -> bool:
    return words.SUMMARISES.search(text.text) is not None


def _bullets(text: Text) -> list[str]:
    return [bullet.text for bullet in text.bullets]


def _paragraph(number: int | None, text: Text) -> Proposal:
    return {
        "number": number,
        "page": text.place.page,
        "section": text.section,
        "text": text.text,
        "bullets": _bullets(text),
    }


def _points(numbered: list[tuple[int | None, Text]], role: str) -> list[Proposal]:
    """The points below headings of a role; a paragraph without points is one itself."""
    return [
        {"paragraph": number, "page": point.place.page, "text": point.text}
        for number, text in numbered
        if text.role == role and words.lists_points(text.text)
        for point in text.bullets or [text]
    ]


def _recommendations(numbered: list[tuple[int | None, Text]]) -> list[Proposal]:
    """Areas for priority action and what needs to improve, in the form of a report's recommendations."""
    kinds = {words.PRIORITY: "area for priority action", words.IMPROVE: "area for improvement"}
    return [
        {
            "text": point.text,
            "group": text.section,
            "theme": None,
            "body": "la",
            "number": None,
            "page": point.place.page,
            "kind": kinds[text.role],
            "paragraph": number,
        }
        for number, text in numbered
        if text.role in kinds and words.lists_points(text.text)
        for point in text.bullets or [text]
    ]


def _questions(facts: Proposal, visited: Days | None) -> list[Question]:
    asked: list[Question] = []
    if facts["published"] is None:
        asked.append(_asked("published", "No day of publication is printed. On which day was it?"))
    if facts["date"] is None:
        asked.append(
            _asked("date", "No date of the letter was found. On which day was it written?")
        )
    if facts["visit_start"] is None:
        printed = (
            f"Only '{visited.text}' is printed" if visited else "No days of the visit are printed"
        )
        asked.append(_asked("visit_start", f"{printed}. Which were the first and the last day?"))
    if facts["local_authority"] is None:
        asked.append(_asked("local_authority", "No council stands in the title. Which one is it?"))
    if facts["lead_inspector"] is None:
        asked.append(_asked("lead_inspector", "No inspector's name was found. Who led the visit?"))
    return asked


def _asked(where: str, question: str) -> Question:
    return Question(where=where, question=question, suggestion=None)
