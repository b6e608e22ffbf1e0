"""The thread as a paper: what is printed of each step."""

import pytest
from django.utils import timezone

from goldenthread.inspections.models import Recommendation
from goldenthread.papers.document import Facts, Grid, Heading, Note, Paragraph
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.thread.layout import IN_PART
from goldenthread.papers.thread.paper import build
from goldenthread.papers.thread.posts import NO_POST, ByPost
from goldenthread.people.models import PartnerOrganisation, Post, Postholding
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans.drafts import ActionDraft
from goldenthread.plans.models import Standing
from goldenthread.thread.tests.factories import accept, file, make_world


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def headings(document):
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def notes(document):
    return [(block.kind, block.text) for block in document.blocks if isinstance(block, Note)]


def recommendation(world):
    return Recommendation.objects.select_related("inspection__framework").get(
        pk=world.recommendation.pk
    )


def test_a_recommendation_is_printed_with_its_sentences_and_every_step(world):
    document = build(recommendation(world), by=world.cast.alice)
    assert document.title == "Thread of recommendation 1"
    [facts] = [block for block in document.blocks if isinstance(block, Facts)]
    assert [term for term, _ in facts.pairs] == [
        "What inspectors said",
        "What we did",
        "What is different for children",
        "What we do not know",
    ]
    assert headings(document) == [
        "Paragraph: checked",
        "Recommendation: checked",
        "Item: checked",
        "Action: reported",
        "Test: checked",
        "Evidence: reported",
        "Measure: missing",
        "Minute: missing",
    ]
    first = (
        "First missing step: evidence. Test 1: evidence is reported on file in the document, not "
        "seen here. File the evidence."
    )
    assert document.missing == (first,)


def test_each_link_says_how_far_it_is_shown_and_its_own_words(world):
    accept(world, file(world))
    document = build(world.action, by=world.cast.alice)
    grids = {block.sheet: block for block in document.blocks if isinstance(block, Grid)}
    assert [cell.text for cell in grids["Evidence"].rows[0]] == [
        "checked",
        "P1-E1 The template: evidence checked by somebody whose post is not recorded on 16 March 2026.",
        "It is there",
    ]
    [quoted] = [block for block in document.blocks if isinstance(block, Paragraph)][:1]
    assert (quoted.text, quoted.style) == ("Write a template", "quote")


def test_where_several_actions_stand_each_later_link_says_whose_it_is(cast, fixed_clock):
    second = ActionDraft(items=(0,), text="Use the template")
    world = make_world(cast, more_actions=(second,))
    document = build(recommendation(world), by=cast.alice)
    grids = {block.sheet: block for block in document.blocks if isinstance(block, Grid)}
    assert [column.title for column in grids["Test"].columns] == [
        "It is",
        "Of",
        "In words",
        "What it says",
    ]
    assert [row[1].text for row in grids["Test"].rows] == ["P1-A1", "P1-A3"]
    assert len(grids["Action"].columns) == len(grids["Action"].rows[0]) == 3


def test_what_nothing_hangs_on_is_said_to_stand_empty(world):
    row = world.plan.items.get(public_id="P1-I2")
    assert "Paragraph: missing" in headings(build(row, by=world.cast.alice))


def test_who_sees_a_part_is_told_so(world):
    nurse = PartnerOrganisation.objects.create(
        authority=world.cast.aldermere, name="The health trust"
    )
    partner = make_user("Nina Nurse", world.cast.aldermere, Role.PARTNER_USER, partner=nurse)
    Standing.objects.create(action=world.action, rank="co-lead", partner=nurse)
    document = build(world.action, by=partner)
    assert ("warning", IN_PART) in notes(document)


@pytest.mark.parametrize("form", FORMS)
def test_it_is_made_in_each_form(world, form):
    assert FORMS[form].render(build(world.action, by=world.cast.alice))


def test_a_paper_names_posts_and_no_names(world):
    file(world)
    post = Post.objects.create(authority=world.cast.aldermere, title="Head of Access")
    Postholding.objects.create(post=post, person=world.lena.persons.get())
    for thing in (recommendation(world), world.action):
        printed = b"".join(FORMS["html"].render(build(thing, by=world.cast.alice)).splitlines())
        for name in (b"Lena Long", b"Alice Archer"):
            assert name not in printed
        assert b"filed by Head of Access" in printed


def test_who_has_no_post_is_named_by_role_or_not_at_all(cast, fixed_clock):
    world = make_world(cast)
    naming = ByPost(cast.aldermere, timezone.localdate())
    assert naming.of(world.lena) == "Lead, co-lead or delegate (post not recorded)"
    assert naming.of(world.lena.persons.get()) == NO_POST
