"""The form in which a change of the status rules is proposed, then set."""

from collections.abc import Mapping
from typing import Any

from django import forms

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans import recurring, status

CHOSEN = tuple(one for one in status.CONDITIONS if one not in (status.HIGH, status.REST))
# By threshold: its words, and the least and the largest number.
THRESHOLDS: Mapping[str, tuple[str, int, int]] = {
    "slip_days": ("Days that a forecast may lie after the deadline and still be in time", 0, 365),
    "silence_days": ("Days without an update after which an action is marked", 1, 365),
    "periods": ("Periods in standard that make “embedded”", 1, 24),
    "grace_days": ("Days after its day that an occurrence may still be done in time", 0, 60),
}

ROLL = "What recurs and falls on a day that is no working day"
# What is shown of each beside the rules themselves.
LABELS = {**{name: label for name, (label, *_) in THRESHOLDS.items()}, "roll": ROLL}


class RulesForm(forms.Form):
    """The words and conditions of each rule in their order, the thresholds, and who approved.

    Colours and their order stay; blue is for rung 4 or 5 alone, and the last rule for the rest.
    """

    def __init__(self, *args: Any, rules: status.Rules, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rules = rules
        for number, rule in enumerate(rules.rules):
            self._add_rule(number, rule)
        for name, (label, least, most) in THRESHOLDS.items():
            known = getattr(rules, name)
            self.fields[name] = forms.IntegerField(
                label=label, initial=known, min_value=least, max_value=most
            )
        self.fields["roll"] = forms.ChoiceField(
            label=ROLL, initial=rules.roll, choices=[(one, one) for one in recurring.ROLLS]
        )
        self.fields["approved_in"] = forms.CharField(
            label="Where did the council approve it?",
            help_text="For example: Improvement Board, 3 March 2026, item 4",
            max_length=300,
        )

    def _add_rule(self, number: int, rule: status.Rule) -> None:
        name = f"{number + 1}. {rule.colour.capitalize()}"
        self.fields[f"words_{number}"] = forms.CharField(
            label=f"{name}: words of the key", initial=rule.words, max_length=300
        )
        if set(rule.when) <= {status.HIGH, status.REST}:
            return
        self.fields[f"when_{number}"] = forms.MultipleChoiceField(
            label=f"{name}: when",
            help_text="One of them suffices.",
            choices=[(one, one) for one in CHOSEN],
            initial=[one for one in rule.when if one in CHOSEN],
            widget=forms.CheckboxSelectMultiple,
        )

    def clean(self) -> dict[str, Any]:
        """The rules as the verb takes them, under `rules`.

        Raises:
            ValidationError: a condition belongs to no rule or to two, or the rules are wrong.
        """
        given = super().clean() or {}
        if self.errors:
            return given
        ticked = [one for name in given if name.startswith("when_") for one in given[name]]
        for one in CHOSEN:
            if ticked.count(one) != 1:
                found = "no rule" if one not in ticked else "two rules"
                self.add_error(None, f"“{one}” is in {found}. Tick it in one.")
        if not self.errors:
            self._read(given)
        return given

    def _read(self, given: dict[str, Any]) -> None:
        try:
            given["rules"] = status.read_rules(self.content(given))
        except NotAllowedNow as error:
            self.add_error(None, str(error))

    def content(self, given: dict[str, Any]) -> dict[str, Any]:
        """The stored form of the rules."""
        rules = [
            {
                "colour": rule.colour,
                "when": given.get(f"when_{number}") or list(rule.when),
                "words": given[f"words_{number}"],
            }
            for number, rule in enumerate(self.rules.rules)
        ]
        kept = {name: given[name] for name in (*THRESHOLDS, "roll")}
        return {"rules": rules, **kept}
