"""The councils' own rules that indicators ask for: each a number with the days it holds for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LocalRule:
    """A rule that a council sets for itself.

    Attributes:
        name:    as it stands in the table of rules.
        meaning: what the number is, with its unit.
        usual:   what many councils take; it is offered, never assumed.
    """

    name: str
    meaning: str
    usual: float


LOCAL_RULES: tuple[LocalRule, ...] = (
    LocalRule("population_0_17", "children aged 0 to 17 in the area (ONS, mid-year)", 50_000),
    LocalRule("cp_visit_days", "calendar days between visits to a child on a plan", 14),
    LocalRule("strategy_minutes_working_days", "working days until strategy minutes are sent", 10),
    LocalRule("care_plan_days", "calendar days for which a care plan stays current", 183),
    LocalRule("caseload_limit", "cases that a social worker may hold at most", 20),
    LocalRule("cin_visit_days", "calendar days between visits to a child in need", 28),
    LocalRule("cin_first_review_weeks", "weeks to the first review of a child in need plan", 6),
    LocalRule("cin_review_weeks", "weeks between later reviews of a child in need plan", 13),
    LocalRule("core_group_weeks", "weeks between core groups of a child on a plan", 6),
    LocalRule(
        "conference_minutes_working_days", "working days until conference minutes are sent", 15
    ),
)
BY_NAME: dict[str, LocalRule] = {rule.name: rule for rule in LOCAL_RULES}
