"""One made council: its children's histories, the same facts for every format.

Two things are known of each council. **Assessments get faster**: of those begun in its first
year `IN_TIME_AT_FIRST` are completed in 45 working days, of the last year's `IN_TIME_AT_LAST`.
**Placements get less stable**: each year children in care move more often.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from goldenthread.basics.days import add_months
from goldenthread.synthetic.days import every, season_day, weekday

Row = dict[str, Any]
DAYS_IN_YEAR = 365
IN_TIME_AT_FIRST, IN_TIME_AT_LAST = 0.65, 0.92
MOVES_AT_FIRST, MOVES_AT_LAST = 0.15, 0.75
TEAMS = ("Duty", "Assessment East", "Assessment West", "Safeguarding East", "Safeguarding West",
         "Children in Care", "Children with Disabilities", "Leaving Care")  # fmt: skip
ETHNICITIES = ("WBRI",) * 14 + ("WOTH", "MWBC", "APKN", "AIND", "BAFR", "AOTH", "REFU", "NOBT")
SOURCES = ("6", "6", "6", "2A", "2A", "3A", "3B", "1A", "5A", "8", "9")
NEEDS = ("N1",) * 7 + ("N2", "N3", "N4", "N5", "N6", "N8")
ABUSE = ("NEG", "NEG", "EMO", "EMO", "PHY", "SAB")
PLACES = ("U1", "U4", "U4", "U6", "U6", "K2", "P1")
CEASED = ("E4A", "E4A", "E11", "E45", "E9")
LONG_AGO = 18 * DAYS_IN_YEAR
ADULT = 18 * 12
# Nobody is referred so shortly before eighteen that a plan or care could not begin in time.
BEFORE_ADULT = timedelta(days=200)


@dataclass
class Council:
    """The facts of a made council.

    Attributes:
        as_at:  the day on which they are told; nothing is later.
        since:  the first day of its histories.
        tables: rows by table of the data model, with plain numbers in the place of hashes.
        adult:  by child, the day on which it turns eighteen.
    """

    as_at: date
    since: date
    tables: dict[str, list[Row]] = field(default_factory=dict)
    adult: dict[str, date] = field(default_factory=dict)

    def add(self, table: str, **row: Any) -> Row:
        """Add a row of a table."""
        self.tables.setdefault(table, []).append(row)
        return row


def make(*, children: int, years: int, seed: int, as_at: date) -> Council:
    """A council of so many children who were referred at least once in so many years.

    The same arguments give the same council on every machine.
    """
    since = date(as_at.year - years, as_at.month, min(as_at.day, 28)) + timedelta(days=1)
    council = Council(as_at=as_at, since=since)
    chance = Random(seed)  # noqa: S311 -- made data, no secret
    family = 0
    for number in range(children):
        if number == 0 or chance.random() < 0.55:
            family += 1
        _child(council, chance, f"P{number:06d}", f"F{family:06d}")
    return council


def _child(council: Council, chance: Random, child: str, family: str) -> None:
    first = season_day(chance, council.since, council.as_at)
    born = first - timedelta(days=chance.randrange(10, LONG_AGO - 400))
    council.adult[child] = add_months(born, ADULT)
    team = chance.choice(TEAMS[1:3])
    council.add(
        "children",
        child=child,
        birth_day=born,
        birth_month=born.replace(day=1),
        sex=chance.choice("MF"),
        ethnicity=chance.choice(ETHNICITIES),
    )
    council.add("families", family_row=f"{family}-{child}", family=family, child=child)
    if chance.random() < 0.3:
        _early_help(council, chance, child, first)
    day = first
    for time in range(_times(chance)):
        closed = _episode(council, chance, child, team, day, time)
        gap = int(chance.expovariate(1 / 260)) + 5
        day = (closed or council.as_at) + timedelta(days=gap)
        last_day = min(council.as_at, council.adult[child] - BEFORE_ADULT)
        if closed is None or day > last_day:
            return


def _early_help(council: Council, chance: Random, child: str, referred: date) -> None:
    began = referred - timedelta(days=chance.randrange(30, 500))
    council.add(
        "early_help",
        episode=f"{child}-h",
        child=child,
        started_on=began,
        ended_on=min(began + timedelta(days=chance.randrange(30, 300)), referred),
        organisation=chance.choice(("School", "Children's centre", "Family support")),
    )


def _times(chance: Random) -> int:
    """How often a child is referred: most once, a few again and again."""
    times = 1
    while times < 8 and chance.random() < 0.32:
        times += 1
    return times


def _share(council: Council, day: date, first: float, last: float) -> float:
    """Between the first and the last of a council's years, as far as the day has come."""
    span = (council.as_at - council.since).days
    come = min(max((day - council.since).days / span, 0.0), 1.0)
    return first + (last - first) * come


def _known(council: Council, day: date | None) -> date | None:
    """A day, unless it lies after the day on which the council is told of."""
    return day if day is not None and day <= council.as_at else None


def _episode(
    council: Council, chance: Random, child: str, team: str, day: date, time: int
) -> date | None:
    """One referral and what follows; the day on which the case closed, or None."""
    referral = f"{child}-r{time}"
    council.add(
        "contacts",
        contact=f"{referral}-c",
        child=child,
        contact_date=day,
        source=chance.choice(SOURCES),
    )
    nfa = chance.random() < 0.07
    row = council.add(
        "referrals",
        referral=referral,
        child=child,
        referral_date=day,
        source=chance.choice(SOURCES),
        no_further_action=nfa,
        primary_need=chance.choice(NEEDS),
        closed_on=day if nfa else None,
        close_reason="RC8" if nfa else None,
        team=team,
        worker=f"W{chance.randrange(60):03d}",
    )
    if nfa:
        return day
    over, reason = _follow(council, chance, child, referral, team, day)
    row["closed_on"] = _known(council, over)
    row["close_reason"] = reason if row["closed_on"] else None
    return _known(council, over)


def _follow(
    council: Council, chance: Random, child: str, referral: str, team: str, day: date
) -> tuple[date, str]:
    started = day + timedelta(days=chance.randrange(0, 3))
    if started > council.as_at:
        return started, "RC8"
    done = started + timedelta(days=_assessment_days(council, chance, started))
    council.add(
        "assessments",
        assessment=f"{referral}-a",
        child=child,
        referral=referral,
        started_on=started,
        child_seen=chance.random() < 0.95,
        authorised_on=_known(council, done),
        team=team,
        worker=f"W{chance.randrange(60):03d}",
    )
    if chance.random() < 0.34:
        return _protected(council, chance, child, referral, started)
    if chance.random() < 0.4:
        over = done + timedelta(days=chance.randrange(40, 300))
        _in_need(council, chance, child, referral, done, over)
        return over, "RC7"
    return done, "RC8"


def _assessment_days(council: Council, chance: Random, day: date) -> int:
    in_time = _share(council, day, IN_TIME_AT_FIRST, IN_TIME_AT_LAST)
    return chance.randrange(3, 58) if chance.random() < in_time else chance.randrange(68, 130)


def _in_need(
    council: Council, chance: Random, child: str, referral: str, began: date, over: date
) -> None:
    if began > council.as_at:
        return
    plan = f"{referral}-n"
    council.add(
        "cin_plans",
        cin_plan=plan,
        child=child,
        referral=referral,
        started_on=began,
        ended_on=_known(council, over),
        team="Safeguarding West",
    )
    for number, day in enumerate(every(chance, began, min(over, council.as_at), 20, 6)):
        council.add("cin_visits", visit=f"{plan}-{number}", child=child, visited_on=day, seen=True)


def _protected(
    council: Council, chance: Random, child: str, referral: str, day: date
) -> tuple[date, str]:
    """An enquiry, perhaps a conference and a plan, perhaps care; when the case closes and why."""
    enquiry = f"{referral}-e"
    strategy = day + timedelta(days=chance.randrange(0, 10))
    ended = strategy + timedelta(days=chance.randrange(8, 20))
    if strategy > council.as_at:
        return strategy, "RC8"
    needed = chance.random() < 0.4
    council.add(
        "s47_enquiries",
        enquiry=enquiry,
        child=child,
        referral=referral,
        started_on=strategy,
        ended_on=_known(council, ended),
        conference_not_needed=not needed,
        team="Safeguarding East",
    )
    if not needed:
        return ended + timedelta(days=20), "RC7"
    held = weekday(strategy + timedelta(days=chance.choice((12, 14, 15, 16, 18, 20, 21, 27))))
    if held > council.as_at:
        return held + timedelta(days=200), "RC7"
    planned = chance.random() < 0.85
    council.add(
        "conferences",
        conference=f"{referral}-i",
        child=child,
        enquiry=enquiry,
        referral=referral,
        transfer_in=False,
        held_on=held,
        led_to_plan=planned,
        cp_plan=f"{referral}-p" if planned else None,
        team="Safeguarding East",
    )
    if not planned:
        return held + timedelta(days=60), "RC7"
    over = _plan(council, chance, child, referral, held)
    if chance.random() < 0.25:
        left = _care(council, chance, child, referral, held + timedelta(days=60))
        return max(left, over) + timedelta(days=5), "RC3"
    return over + timedelta(days=30), "RC7"


def _plan(council: Council, chance: Random, child: str, referral: str, began: date) -> date:
    over = began + timedelta(days=int(min(chance.lognormvariate(5.55, 0.6), 1100)))
    over = min(over, council.adult[child])
    plan = f"{referral}-p"
    before = sum(1 for row in council.tables.get("cp_plans", [])[-8:] if row["child"] == child)
    council.add(
        "cp_plans",
        cp_plan=plan,
        child=child,
        referral=referral,
        started_on=began,
        ended_on=_known(council, over),
        first_category=chance.choice(ABUSE),
        latest_category=chance.choice(ABUSE),
        previous_plans=before,
        team="Safeguarding East",
    )
    until = min(over, council.as_at)
    for number, day in enumerate(every(chance, began, until, 14, 5)):
        council.add(
            "cp_visits",
            visit=f"{plan}-v{number}",
            child=child,
            cp_plan=plan,
            visited_on=day,
            seen=True,
            seen_alone=chance.random() < 0.8,
        )
    first = began + timedelta(days=chance.randrange(75, 93))
    for number, day in enumerate((first, *every(chance, first, until, 180, 20))):
        if day <= until:
            council.add(
                "cp_reviews", review=f"{plan}-w{number}", child=child, cp_plan=plan, held_on=day
            )
    return over


def _care(council: Council, chance: Random, child: str, referral: str, began: date) -> date:
    """A period of care: episodes with placements, reviews, visits, health; its last day."""
    over = began + timedelta(days=int(min(chance.lognormvariate(6.4, 0.8), 2500)))
    over = min(over, council.adult[child])
    if began > council.as_at:
        return over
    care = f"{referral}-l"
    until = min(over, council.as_at)
    start, number = began, 0
    while start <= until:
        moves = _share(council, start, MOVES_AT_FIRST, MOVES_AT_LAST)
        stay = int(chance.expovariate(moves / DAYS_IN_YEAR)) + 7
        ended = min(start + timedelta(days=stay), over)
        _placed(council, chance, child, care, number, (start, ended, over, began))
        start, number = ended, number + 1
        if ended >= over:
            break
    _looked_after(council, chance, child, care, (began, until))
    _workers(council, chance, child, care, began, over)
    _missing(council, chance, child, care, (began, until))
    return over


def _looked_after(
    council: Council, chance: Random, child: str, care: str, days: tuple[date, date]
) -> None:
    """The visits, reviews and health checks of a period of care."""
    began, until = days
    for number, day in enumerate(every(chance, began, until, 40, 8)):
        council.add(
            "care_visits",
            visit=f"{care}-v{number}",
            child=child,
            care=care,
            visited_on=day,
            seen=True,
        )
    first = began + timedelta(days=chance.randrange(18, 30))
    for number, day in enumerate((first, *every(chance, first, until, 150, 70))):
        if day <= until:
            council.add(
                "care_reviews",
                review=f"{care}-w{number}",
                child=child,
                care=care,
                held_on=day,
                participation=chance.choice(("PN1", "PN1", "PN3", "PN6", "PN7")),
            )
    for number, day in enumerate(every(chance, began, until, 330, 120)):
        council.add(
            "health_checks",
            health_check=f"{care}-h{number}",
            child=child,
            check_type=("HEALTH", "DENTAL")[number % 2],
            checked_on=day,
        )


def _missing(
    council: Council, chance: Random, child: str, care: str, days: tuple[date, date]
) -> None:
    began, until = days
    for number, day in enumerate(every(chance, began, until, 500, 480)):
        back = day + timedelta(days=chance.randrange(0, 4))
        if chance.random() < 0.2 and back <= council.as_at:
            council.add(
                "missing_episodes",
                missing_episode=f"{care}-x{number}",
                child=child,
                started_on=day,
                ended_on=back,
                missing_type="M",
                interview_offered=chance.random() < 0.9,
                hours_to_interview=float(chance.randrange(6, 120)),
            )


def _workers(
    council: Council, chance: Random, child: str, care: str, began: date, over: date
) -> None:
    """Who was the child's social worker, one after another."""
    day, number = began, 0
    while day <= min(over, council.as_at):
        until = min(day + timedelta(days=int(chance.expovariate(1 / 300)) + 20), over)
        council.add(
            "involvements",
            involvement=f"{care}-s{number}",
            child=child,
            worker=f"W{chance.randrange(60):03d}",
            part="SOCIAL_WORKER",
            started_on=day,
            ended_on=_known(council, until),
        )
        day, number = until + timedelta(days=1), number + 1


Span = tuple[date, date, date, date]


def _placed(
    council: Council, chance: Random, child: str, care: str, number: int, days: Span
) -> None:
    started, ended, over, began = days
    place = f"{care}-m{number}"
    until = _known(council, ended)
    last = ended >= over
    council.add(
        "care_episodes",
        episode=place,
        child=child,
        care=care,
        placement=place,
        started_on=started,
        start_reason="P" if number else "S",
        primary_need="N1",
        legal_status="C2" if number else "V2",
        ended_on=until,
        end_reason=None if until is None else (chance.choice(CEASED) if last else "X1"),
        entered_care_on=began,
        team="Children in Care",
    )
    council.add(
        "placements",
        placement=place,
        child=child,
        care=care,
        started_on=started,
        ended_on=until,
        placement_type=chance.choice(PLACES),
        provider=chance.choice(("PR1", "PR4")),
        same_carer=False,
    )
