"""Answers to open questions in words: whom and what the ids in them name."""

from collections.abc import Iterable, Mapping
from typing import Any

from goldenthread.people.models import PartnerOrganisation, Person, Post, Team, User
from goldenthread.plans.evidence_kinds import day_of
from goldenthread.plans.models import Item, Test, ToSettle
from goldenthread.web import words

Answer = Mapping[str, Any]
TABLES: Mapping[str, Any] = {
    "person": Person,
    "post": Post,
    "team": Team,
    "partner": PartnerOrganisation,
    "test": Test,
    "item": Item,
}
HIDDEN = "one that you may not see"


class Named:
    """What the answers and proposals of some questions name; a query for each kind that occurs."""

    def __init__(self, rows: Iterable[ToSettle], by: User) -> None:
        answers = [answer for row in rows for answer in (row.answer, row.suggestion) if answer]
        self._names: dict[str, dict[int, str]] = {}
        for name, table in TABLES.items():
            ids = {answer[name] for answer in answers if isinstance(answer.get(name), int)}
            found = table.objects.visible_to(by).filter(pk__in=ids) if ids else ()
            self._names[name] = {row.pk: str(row) for row in found}

    def words(self, answer: Answer) -> str:
        """An answer as people read it: 'Ann Example; practice'."""
        if "take_over" in answer:
            return "taken over" if answer["take_over"] else "left as reported"
        told = [self._told(name, value) for name, value in answer.items()]
        return "; ".join(part for part in told if part)

    def _told(self, name: str, value: object) -> str:
        if value in (None, ""):
            return ""
        if name in TABLES and isinstance(value, int):
            said = self._names[name].get(value, HIDDEN)
            return f"for {said}" if name == "item" else said
        day = day_of(value) if name == "due" else None
        return words.day(day) if day is not None else str(value)
