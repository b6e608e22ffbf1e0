"""Where a link of the chain leads: to the page of its thing, and to the form that fills it."""

from collections.abc import Callable, Iterable, Mapping

from goldenthread.people.models import User
from goldenthread.thread.links import Link
from goldenthread.web.navigation import address_of
from goldenthread.web.ways import Ways, way_to

ACTION, ITEM, TEST, EVIDENCE = "plans.action", "plans.item", "plans.test", "plans.evidencelink"


def ways_of(links: Iterable[Link], by: User) -> Ways:
    """The addresses of what the links of a chain are of, and of what they are done to."""
    found = list(links)
    return Ways(
        by,
        actions=[link.of for link in found],
        items=[_id(link, ITEM) for link in found],
        evidence_links=[_id(link, EVIDENCE) for link in found],
    )


def page_of(link: Link, ways: Ways) -> str:
    """The page of the thing that a link is of; empty where it has none."""
    if link.thing == EVIDENCE:
        return ways.evidence(link.id)
    if link.thing == ITEM:
        return ways.item(link.id)
    return ways.action(link.of) if link.thing == ACTION else ""


def form_of(link: Link, ways: Ways) -> str:
    """The address of the form that fills what is missing; empty while no page has it."""
    place = FORMS.get(link.verb)
    return place(link, ways) if place else ""


def _id(link: Link, thing: str) -> int | None:
    """The id of what the link is of or is done to, if it is of that kind."""
    if link.to is not None and link.to[0] == thing:
        return link.to[1]
    return link.id if link.thing == thing else None


Place = Callable[[Link, Ways], str]


def _deed(name: str, thing: str = "") -> Place:
    """A form on the action's page; of one thing where `thing` says so, else its page."""

    def place(link: Link, ways: Ways) -> str:
        if not thing:
            return ways.action(link.of, name)
        one = _id(link, thing)
        return ways.action(link.of) if one is None else ways.action(link.of, name, one)

    return place


def _item(link: Link, ways: Ways) -> str:
    """The item's page; where no item is there to link, the plans."""
    return ways.item(_id(link, ITEM)) or address_of("plans")


# By the verb that fills a missing step, the form that calls it.
FORMS: Mapping[str, Place] = {
    "inspections.link_finding": lambda link, ways: address_of("inspections"),
    "plans.link_recommendation": _item,
    "plans.sign_off_wording": _item,
    "plans.record_plan": lambda link, ways: address_of("imports"),
    "plans.give_lead": _deed("stand"),
    "plans.complete": _deed("complete"),
    "plans.add_test": _deed("add_test"),
    "plans.change_test": _deed("change_test", TEST),
    "plans.file_evidence": _deed("file", TEST),
    "plans.ask_for_check": _deed("show"),
    "plans.new_version": lambda link, ways: way_to("my_work:version", link.id) if link.id else "",
    "plans.set_impact": _deed("impact"),
    "plans.accept": lambda link, ways: way_to("evidence:check", link.id) if link.id else "",
    "results.enter_value": lambda link, ways: address_of("measures"),
}
