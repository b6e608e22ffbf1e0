"""Which items of a plan answer which recommendations of a report, and how their words differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.inspections import descriptors
from goldenthread.inspections.models import Inspection, Recommendation
from goldenthread.intake import linking
from goldenthread.intake.draft import form
from goldenthread.intake.models import Import
from goldenthread.people.models import User
from goldenthread.web import words
from goldenthread.web.components import CountBar, Part, Tag
from goldenthread.web.imports.presenters.proof import Bar


@dataclass(frozen=True, kw_only=True)
class Link:
    """One item beside one recommendation; `difference` is empty where the wording is the same."""

    id: str
    item: str
    recommendation: int
    item_title: str
    item_text: str
    recommendation_title: str
    recommendation_text: str
    difference: Sequence[str]
    why: str
    tag: Tag
    is_signed_off: bool


@dataclass(frozen=True, kw_only=True)
class Links:
    """All links of a plan's items to the recommendations of the report that it answers."""

    report: str
    criteria: str
    links: Sequence[Link]
    without: Sequence[str]
    unanswered: Sequence[str]
    proofs: Sequence[Bar]


def is_linked(import_: Import) -> bool:
    """Whether the document is one whose items answer recommendations."""
    return import_.kind == "plan"


def reports_of(import_: Import, by: User) -> Sequence[Inspection]:
    """The reports that a plan may answer, the latest first."""
    visible = Inspection.objects.visible_to(by).current().filter(authority=import_.authority)
    return list(visible.select_related("framework").order_by("-pk"))


def links_of(import_: Import, recommendations: Sequence[Recommendation]) -> Links:
    """The links as they stand, in the order of the items."""
    draft = import_.draft
    by_pk = {one.pk: one for one in recommendations}
    items = {one["id"]: one for one in form.accepted(draft, "items")}
    order = {item: number for number, item in enumerate(items)}
    found = sorted(linking.links_of(draft), key=lambda one: order[one["item"]])
    links = [
        _link(one, items[one["item"]], by_pk[one["recommendation"]])
        for one in found
        if one["recommendation"] in by_pk
    ]
    linked = {one.item for one in links}
    answered = {one.recommendation for one in links}
    return Links(
        report=str(import_.inspection or ""),
        criteria=_criteria(import_),
        links=links,
        without=[_item(item) for key, item in items.items() if key not in linked],
        unanswered=[_recommended(one) for one in recommendations if one.pk not in answered],
        proofs=[_bar(links, items, linked)],
    )


def _criteria(import_: Import) -> str:
    """How many 'Good' criteria confirming records from the plan itself; "" where none."""
    if linking.links_of(import_.draft):
        return ""
    found = descriptors.criteria_in(form.proposal_of(import_.draft))
    return words.counted(len(found), "criterion", "criteria") if found else ""


def _link(one: Mapping[str, object], item: form.Row, recommendation: Recommendation) -> Link:
    difference = one["difference"]
    lines = [difference] if isinstance(difference, str) else list(difference or ())  # type: ignore[call-overload]
    return Link(
        id=str(one["id"]),
        item=item["id"],
        recommendation=recommendation.pk,
        item_title=_item(item),
        item_text=str(item.get("text") or ""),
        recommendation_title=_recommended(recommendation),
        recommendation_text=recommendation.text,
        difference=[str(line) for line in lines if line],
        why=str(one["why"]),
        tag=_tag(one),
        is_signed_off=bool(one["signed_off"]),
    )


def _tag(one: Mapping[str, object]) -> Tag:
    if one["same"]:
        return Tag("Same wording", "govuk-tag--green")
    if one["signed_off"]:
        return Tag("Wording signed off", "govuk-tag--green")
    return Tag("Wording differs", "govuk-tag--orange")


def _item(item: form.Row) -> str:
    return f"Item {item.get('number') or item['id']}"


def _recommended(one: Recommendation) -> str:
    return f"Recommendation {one.number or one.order}"


def _bar(links: Sequence[Link], items: Mapping[str, form.Row], linked: set[str]) -> Bar:
    differs = len({one.item for one in links if not one.is_signed_off})
    parts = (
        Part(len(linked) - differs, "linked", "good"),
        Part(differs, "linked with wording to sign off", "waiting"),
        Part(len(items) - len(linked), "without a recommendation", "plain"),
    )
    bar = CountBar(len(items), "item", [part for part in parts if part.number])
    to_sign = words.counted(differs, "wording to sign off", "wordings to sign off")
    settled = Tag("Every wording signed off", "govuk-tag--green")
    return Bar(
        title="Links",
        bar=bar,
        tag=Tag(to_sign, "govuk-tag--orange") if differs else settled,
        sentence=bar.sentence,
        is_green=not differs,
    )
