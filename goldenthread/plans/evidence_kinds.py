"""The kinds of evidence, as data: what each must say, in words that a form can show.

A kind's rules look at plain facts (`Filing`) and answer with sentences; no table is asked.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

AUDITS = frozenset({"audit", "external audit", "policy and sample"})
# A figure may be a share, or so many of a hundred, a thousand or ten thousand.
PER = (1, 100, 1_000, 10_000)
LEVELS = ("full", "substantial", "limited", "none")


@dataclass(frozen=True)
class Cited:
    """Other evidence that this one rests on."""

    kind: str
    outside: bool = False


@dataclass(frozen=True)
class Filing:
    """What is to be filed, as far as its kind has rules for it.

    `content` names the hash of the file, and of the one before it; `about` is what its kind
    asks for; `quantity` is how many it shows. `measured`: it rests on an approved figure.
    """

    about: Mapping[str, Any] = field(default_factory=dict)
    today: date = date.max
    file: str = ""
    file_before: str = ""
    extract: str = ""
    url: str = ""
    quantity: int | None = None
    outside: bool = False
    measured: bool = False
    cites: tuple[Cited, ...] = ()


Rule = Callable[[Filing], Iterable[str]]


@dataclass(frozen=True)
class Kind:
    """A kind of evidence: its name, the fields of `about` that it needs, and further rules.

    Attributes:
        texts:   fields that are words, with what they are called.
        days:    fields that are days, not in the future.
        numbers: fields that are whole numbers.
        lists:   fields that are lists; `each` are the fields of every entry.
        optional: lists that may be left empty.
        outside: it is always of somebody outside the council.
    """

    label: str
    texts: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)
    optional: Mapping[str, str] = field(default_factory=dict)
    each: tuple[str, ...] = ()
    outside: bool = False
    rules: tuple[Rule, ...] = ()

    @property
    def all_lists(self) -> dict[str, str]:
        return {**self.lists, **self.optional}


def problems(kind: str, filing: Filing) -> list[str]:
    """What is missing or wrong for a kind, in sentences; [] where it can be filed."""
    known = KINDS.get(kind)
    if known is None:
        return [f"There is no evidence of the kind “{kind}”. Choose one of the list."]
    found = [*_missing(known, filing.about), *_wrong(known, filing)]
    if not (filing.file or filing.extract.strip() or filing.url or filing.about):
        found.append("There is nothing to look at: add a file, an address or an extract.")
    # Rules may read what is needed, so they wait until it is there.
    return found or [problem for rule in known.rules for problem in rule(filing)]


def _missing(kind: Kind, about: Mapping[str, Any]) -> list[str]:
    wanted = {**kind.texts, **kind.days, **kind.numbers, **kind.lists}
    left = [words for name, words in wanted.items() if about.get(name) in (None, "", [])]
    return [f"{kind.label}: say {', '.join(left)}."] if left else []


def _wrong(kind: Kind, filing: Filing) -> list[str]:
    about = filing.about
    found = [
        f"{kind.label}: {words} is no day up to today. Write it as 2026-05-01."
        for name, words in kind.days.items()
        if about.get(name) not in (None, "") and not _is_past(about[name], filing.today)
    ]
    found += [
        f"{kind.label}: {words} is a whole number from nought up."
        for name, words in kind.numbers.items()
        if about.get(name) not in (None, "") and not _is_count(about[name])
    ]
    for name, words in kind.all_lists.items():
        if about.get(name) not in (None, "", []) and not _is_list(about[name], kind.each):
            needs = " and ".join(kind.each) or "words"
            found.append(f"{kind.label}: {words}: each entry has {needs}.")
    return found


def day_of(value: object) -> date | None:
    """A day as written in `about`, None where it is none."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _is_past(value: object, today: date) -> bool:
    day = day_of(value)
    return day is not None and day <= today


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_list(value: object, each: tuple[str, ...]) -> bool:
    if not isinstance(value, list):
        return False
    if not each:
        return all(isinstance(entry, str) and entry.strip() for entry in value)
    return all(
        isinstance(entry, Mapping) and all(str(entry.get(name) or "").strip() for name in each)
        for entry in value
    )


def _cites_figure_or_audit(filing: Filing) -> Iterable[str]:
    """F-04: words of a meeting that things got better rest on a figure or an audit."""
    if not figure_of(filing.about) and not any(one.kind in AUDITS for one in filing.cites):
        yield (
            "A minute that says that things improved names a figure (number, numerator, "
            "denominator and day) or cites an audit."
        )


def figure_of(about: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The figure that evidence names, where it is whole: number, numerator, denominator, day.

    None too where the number is not what its parts give, as a share or as so many of a hundred,
    a thousand or ten thousand.
    """
    figure = about.get("figure")
    if not isinstance(figure, Mapping) or day_of(figure.get("as_at")) is None:
        return None
    numbers = [figure.get(name) for name in ("number", "numerator", "denominator")]
    whole = all(isinstance(one, int | float) and not isinstance(one, bool) for one in numbers)
    return figure if whole and figure["denominator"] > 0 and _agrees(figure) else None


def _agrees(figure: Mapping[str, Any]) -> bool:
    """Whether a number is its numerator, or the quotient as exactly as it is printed."""
    number, top, under = (
        Fraction(str(figure[name])) for name in ("number", "numerator", "denominator")
    )
    decimals = len(str(figure["number"]).partition(".")[2])
    rounding = Fraction(1, 2 * 10**decimals)
    quotients = (top * per / under for per in PER)
    return number == top or any(abs(number - one) <= rounding for one in quotients)


def _whole_figure(filing: Filing) -> Iterable[str]:
    if not filing.measured and figure_of(filing.about) is None:
        yield (
            "A figure is given as number, numerator, denominator and the day that it is of, and "
            "the number is what the two give."
        )


def _two_versions(filing: Filing) -> Iterable[str]:
    """F-06: a change of a document is seen in both."""
    if not filing.file or not filing.file_before:
        yield "Add the document as it was and as it is now."
    elif filing.file == filing.file_before:
        yield "The document as it was and as it is now are the same file."


def _counted_entries(filing: Filing) -> Iterable[str]:
    """F-07: as many are said to be done as entries have a day."""
    done = n_of_entries(filing.about)
    late = [
        entry["what"]
        for entry in filing.about["entries"]
        if entry.get("on") and not _is_past(entry["on"], filing.today)
    ]
    if late:
        yield f"“{late[0]}” has no day up to today. Leave it empty until it is done."
    elif filing.quantity != done:
        yield f"The checklist has {done} done of {len(filing.about['entries'])}. Say {done}."
    if len({entry["what"].strip().casefold() for entry in filing.about["entries"]}) < len(
        filing.about["entries"]
    ):
        yield "An entry of the checklist stands twice. Name each once."


def n_of_entries(about: Mapping[str, Any]) -> int:
    """How many entries of a checklist have the day that they were done."""
    return sum(bool(entry.get("on")) for entry in about.get("entries", []))


def _answered_of_asked(filing: Filing) -> Iterable[str]:
    """F-09: the response rate is worked out, never typed."""
    if response_rate(filing.about) is None:
        yield "More answered than were asked, or nobody was asked. Correct the numbers."


def response_rate(about: Mapping[str, Any]) -> float | None:
    """Answers as a share of those asked, from 0 to 1; None where it cannot be worked out."""
    asked, answered = about["asked"], about["answered"]
    return answered / asked if asked > 0 and answered <= asked else None


def _sample_with_result(filing: Filing) -> Iterable[str]:
    """F-13: a policy alone shows no practice, a sample alone no policy."""
    size, met = filing.about["sample"], filing.about["in_standard"]
    if not size > 0 or met > size:
        yield "The sample has at least one case, and no more in standard than were looked at."
    elif filing.quantity is not None and filing.quantity > size:
        yield f"It shows no more than the {size} cases of its sample."


def _two_recipients(filing: Filing) -> Iterable[str]:
    """F-17: each recipient is followed by itself; one that has nothing yet has no day."""
    recipients = filing.about["recipients"]
    if len({entry["to"].strip().casefold() for entry in recipients}) < 2:
        yield "Name each recipient by itself, at least two."
    elif any(entry.get("on") and not _is_past(entry["on"], filing.today) for entry in recipients):
        yield "The day on which a recipient had the figures is a day up to today, or empty."
    elif filing.quantity is not None and filing.quantity > len(reported_to(filing.about)[0]):
        yield "It counts no more recipients than have a day."


def reported_to(about: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Who has the figures, and who not yet."""
    has: list[str] = []
    waits: list[str] = []
    for entry in about.get("recipients", []):
        (has if entry.get("on") else waits).append(entry["to"])
    return has, waits


def _known_level(filing: Filing) -> Iterable[str]:
    """F-18: how far somebody assures is one of four levels, not an adjective."""
    if filing.about["level"] not in LEVELS:
        yield f"The level of assurance is one of {', '.join(LEVELS)}."


def _inside_and_outside(filing: Filing) -> Iterable[str]:
    """F-19: one claim rests on a source of the council's own and on one from outside."""
    if {one.outside for one in filing.cites} != {True, False}:
        yield "Cite evidence of the council's own and evidence from outside for the same claim."


def _counted_answers(filing: Filing) -> Iterable[str]:
    """F-09, F-21: answers are counts, so that small ones can be hidden and waves compared."""
    yield from _answered_of_asked(filing)
    answers = filing.about.get("answers") or []
    counts = [entry.get("number") for entry in answers]
    if not all(_is_count(number) for number in counts):
        yield "Give each answer as a whole number: how many gave it."
    elif any(number > filing.about["answered"] for number in counts):
        yield "An answer was given by more than answered. Correct the numbers."
    elif len({(entry["question"], entry["answer"]) for entry in answers}) < len(answers):
        yield "An answer to a question stands twice. Give each once."


def still_open(kind: str, about: Mapping[str, Any]) -> str:
    """What keeps evidence that may be filed from being accepted yet; empty where nothing does."""
    if kind == "figures reported onward" and (waits := reported_to(about)[1]):
        return f"The figures have not reached {', '.join(waits)} yet."
    return ""


_MEETING = {"meeting": "which meeting"}
_HELD = {"held_on": "the day of the meeting"}
_SURVEY = {"instrument": "which survey", "wave": "which wave"}
_ANSWERED = {"asked": "how many were asked", "answered": "how many answered"}

KINDS: Mapping[str, Kind] = {
    "minute": Kind(
        "Minute", texts={**_MEETING, "agenda_item": "which item of the agenda"}, days=_HELD
    ),
    "minute showing improvement": Kind(
        "Minute that shows improvement",
        texts={**_MEETING, "agenda_item": "which item of the agenda"},
        days=_HELD,
        rules=(_cites_figure_or_audit,),
    ),
    "email": Kind(
        "Email",
        texts={"sender": "who sent it"},
        days={"sent_on": "the day it was sent"},
        lists={"recipients": "to whom it went"},
    ),
    "letter": Kind(
        "Letter",
        texts={"sender": "who sent it"},
        days={"sent_on": "the day it was sent"},
        lists={"recipients": "to whom it went"},
    ),
    "document": Kind("Document"),
    "amended document": Kind(
        "Amended document", texts={"change": "what changed"}, rules=(_two_versions,)
    ),
    "checklist": Kind(
        "Checklist",
        lists={"entries": "the entries"},
        each=("what",),
        rules=(_counted_entries,),
    ),
    "programme of event": Kind(
        "Programme of an event",
        texts={
            "event": "which event",
            "programme": "its programme",
            "feedback": "what they said of it",
        },
        days={"held_on": "the day of the event"},
        numbers={"attendance": "how many came"},
    ),
    "survey": Kind(
        "Survey",
        texts=_SURVEY,
        numbers=_ANSWERED,
        optional={"answers": "the answers by question"},
        each=("question", "answer"),
        rules=(_counted_answers,),
    ),
    "report card": Kind(
        "Report card",
        texts={"card": "which card", "card_version": "which version of it"},
        days={"as_at": "the day that it is of"},
    ),
    "audit": Kind(
        "Audit",
        texts={"theme": "its theme", "result": "its result"},
        numbers={"sample": "how many cases"},
    ),
    "presentation": Kind(
        "Presentation", texts={"audience": "to whom"}, days={"held_on": "the day it was given"}
    ),
    "policy and sample": Kind(
        "Policy and sample",
        texts={"policy": "which policy", "result": "what the sample showed"},
        numbers={"sample": "how many cases", "in_standard": "how many met the standard"},
        rules=(_sample_with_result,),
    ),
    "note of agreed action": Kind(
        "Note of agreed action",
        texts=_MEETING,
        days=_HELD,
        lists={"agreed": "what was agreed and who does it"},
        each=("what", "who"),
    ),
    "system report": Kind(
        "Report from a system or its supplier",
        texts={"system": "which system", "sender": "who reports", "change": "what changed"},
        days={"sent_on": "the day of the report"},
    ),
    "figures reported onward": Kind(
        "Figures reported to others",
        texts={"figures": "which figures"},
        lists={"recipients": "to whom"},
        each=("to",),
        rules=(_two_recipients,),
    ),
    "assurance statement": Kind(
        "Assurance statement",
        texts={"giver": "who gives it", "basis": "on what basis", "level": "its level"},
        lists={"recipients": "to whom"},
        rules=(_known_level,),
    ),
    "external audit": Kind(
        "Audit from outside",
        texts={"body": "who made it", "theme": "its theme", "result": "its result"},
        numbers={"sample": "how many cases"},
        outside=True,
    ),
    "corroborated claim": Kind(
        "Claim shown from inside and outside",
        texts={"claim": "the claim"},
        rules=(_inside_and_outside,),
    ),
    "observation": Kind(
        "Observation of practice",
        texts={"observer": "who observed", "seen": "what was seen"},
        days={"observed_on": "the day"},
        numbers={"observed": "how many were observed"},
    ),
    "survey of children": Kind(
        "Survey of children",
        texts=_SURVEY,
        numbers=_ANSWERED,
        lists={"answers": "the answers"},
        each=("question", "answer"),
        rules=(_counted_answers,),
    ),
    "measure value": Kind("Value of a measure", rules=(_whole_figure,)),
    "link": Kind("Link"),
    "words of children, families or staff": Kind(
        "Words of children, families or staff",
        texts={"whose": "whose words", "words": "what they said"},
        days={"said_on": "the day"},
    ),
}
