"""What a person of the demonstration does to an action, in a line each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from goldenthread.basics.periods import Period
from goldenthread.demonstration.council import Council
from goldenthread.demonstration.measuring import month_before
from goldenthread.people.models import User
from goldenthread.plans import actions
from goldenthread.plans.models import Action, Evidence, EvidenceLink, Plan, Test

SEEN = "I read it and compared it with the records of the month."


@dataclass(frozen=True)
class Story:
    """A plan that people work on, as of today."""

    council: Council
    plan: Plan
    today: date

    def action(self, words: str) -> Action:
        """The one action whose text begins so."""
        return self.plan.actions.get(text__startswith=words)

    def day(self, ahead: int) -> date:
        return self.today + timedelta(days=ahead)

    def says(self, action: Action, who: str, text: str, **more: Any) -> None:
        """An update by whoever it is; `said` is how many days ago."""
        said = self.day(-more.pop("said", 0))
        actions.add_update(action=action, by=self.council[who], text=text, said_on=said, **more)

    def done(self, action: Action, who: str, ago: int) -> None:
        actions.complete(action=action, by=self.council[who], completed_on=self.day(-ago))

    def files(
        self, action: Action, who: str, title: str, *, kind: str = "document", **more: Any
    ) -> EvidenceLink:
        """Evidence for the action's test of kind done, unless `test` names another."""
        test = more.pop("test", None) or action.tests.current().filter(kind=Test.Kind.DONE)[0]
        shows = more.pop("shows", f"{title}: it is there.")
        if not more.get("about"):
            more.setdefault("extract", f"{title}, as agreed by the managers' meeting.")
        made: Evidence = actions.file_evidence(
            action=action, tests=[test], kind=kind, title=title, shows=shows,
            by=self.council[who], **more,
        )  # fmt: skip
        return EvidenceLink.objects.get(version__evidence=made, test=test)

    def accepts(self, link: EvidenceLink, who: str, how: str = SEEN) -> None:
        actions.accept(link=link, by=self.council[who], how_do_we_know=how)

    def checked(self, action: Action, who: str, checker: str, title: str, **more: Any) -> None:
        """Filed by one and accepted by another."""
        self.accepts(self.files(action, who, title, **more), checker)

    def names(
        self, action: Action, text: str, kind: str, aim: Mapping[str, Any] | None = None
    ) -> Test:
        """A test that the improvement officer names beside those of the document."""
        return actions.add_test(of=action, text=text, kind=kind, aim=aim, by=self.officer)

    def practised(
        self, action: Action, who: str, standard: str, *, counts: Mapping[int, int]
    ) -> None:
        """Periods of practice: how many of twenty in which month before; 18 are in standard."""
        for back, count in counts.items():
            period: Period = month_before(self.today, back)
            actions.record_period(
                action=action, by=self.council[who], period=period, in_standard=count >= 18,
                standard=standard, counted=(count, 20),
            )  # fmt: skip

    @property
    def officer(self) -> User:
        return self.council["Ines Hartley"]
