"""The rules that raise queries, in the order in which pages list them: one line for each."""

from collections.abc import Callable
from dataclasses import dataclass

from goldenthread.plans.querying import lapsed, looser, opposed, slipping, too_early, unshown
from goldenthread.plans.querying.facts import Facts, Finding


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule: its code in tables and addresses, its name on pages, what it finds.

    `before_done`: what it finds is answered before the action can be done.
    """

    code: str
    name: str
    find: Callable[[Facts], list[Finding]]
    before_done: bool = False


RULES = (
    Rule(code="opposed", name="Test and evidence differ", find=opposed.find, before_done=True),
    Rule(code="looser", name="Target looser than the inspectors’ standard", find=looser.find),
    Rule(code="unshown", name="Reported done without evidence", find=unshown.find),
    Rule(code="lapsed", name="Evidence expired or contradicted", find=lapsed.find),
    Rule(code="too_early", name="Date before the inspection", find=too_early.find),
    Rule(code="slipping", name="Forecast slipped twice", find=slipping.find),
)
BY_CODE = {rule.code: rule for rule in RULES}
BEFORE_DONE = tuple(rule.code for rule in RULES if rule.before_done)
