"""Which item answers which recommendation, and how its wording differs."""

import pytest

from goldenthread.intake.draft.linking import LEAST_SCORE, propose_links
from goldenthread.plans.differences import difference

RECOMMENDATIONS = [
    "ensure foster carers and parents know how to comment on the record of a child in need meeting.",
    "ensure that the notes of planning meetings and child in need reviews reach families quickly",
    "improve the timeliness of health assessments for looked after children",
    "strengthen the oversight by senior managers of children missing from education",
    "ensure that care leavers have a copy of their health history",
]


def rows(prefix, texts):
    return [{"id": f"{prefix}{n}", "text": text} for n, text in enumerate(texts, start=1)]


def pairs(recommendations, items):
    found = propose_links(rows("r", recommendations), rows("i", items))
    return [(one.recommendation, one.item) for one in found]


def test_a_bullet_that_became_two_items_is_linked_to_both():
    items = [
        "Ensure that the notes of planning meetings reach families quickly",
        "Ensure that the notes of CINRs reach families quickly",
    ]
    assert pairs(RECOMMENDATIONS, items) == [("r2", "i1"), ("r2", "i2")]


def test_an_item_that_puts_two_bullets_together_is_linked_to_both():
    both = f"{RECOMMENDATIONS[2]} and {RECOMMENDATIONS[4]}"
    assert pairs(RECOMMENDATIONS, [both]) == [("r3", "i1"), ("r5", "i1")]


def test_an_item_of_the_councils_own_is_linked_to_nothing():
    own = ["Replace the telephone system of the contact centre", "Ensure that all is recorded"]
    assert pairs(RECOMMENDATIONS, own) == []
    assert propose_links([], rows("i", own)) == []
    assert propose_links(rows("r", ["Ensure that"]), rows("i", [""])) == []


def test_what_shares_only_common_words_stays_below_the_least_score():
    items = ["Improve the timeliness of court reports for looked after children"]
    found = propose_links(rows("r", RECOMMENDATIONS), rows("i", items))
    assert all(one.score < 100 and not one.same for one in found)
    assert [one.recommendation for one in found] in ([], ["r3"])


def test_the_score_of_a_proposal_is_never_below_the_least():
    items = [" ".join(text.split()[:6]) for text in RECOMMENDATIONS]
    found = propose_links(rows("r", RECOMMENDATIONS), rows("i", items))
    assert all(LEAST_SCORE <= one.score <= 100 for one in found)
    assert {(one.recommendation, one.item) for one in found} >= {("r3", "i3"), ("r4", "i4")}


@pytest.mark.parametrize(
    ("source", "local", "words"),
    [
        ("Record all visits.", "record all visits", ""),
        ("children and young people", "Children & young people", ""),
        (
            "ensure parents and carers know of the child in need plan",
            "Ensure carers know of the CIN plan",
            '"parents and carers" -> "carers"',
        ),
        ("the plan of the early help service", "The plan of the EHS", ""),
        ("carers know of minutes", "Carers know of /core group minutes", 'added "/core group"'),
        (
            "notes of meetings and reviews",
            "notes of meetings",
            '"meetings and reviews" -> "meetings"',
        ),
        ("prior to the meeting", "prior to meeting", 'left out "the"'),
        ("becomes embedded", "becomes embed", '"embedded" -> "embed"'),
    ],
)
def test_a_difference_of_wording_is_said_in_words(source, local, words):
    assert difference(source, local) == words


def test_a_text_written_anew_is_not_listed_word_by_word():
    words = "one two three four five six seven eight nine ten eleven twelve"
    other = " ".join(f"{word} {n}" for n, word in enumerate(words.split()))
    assert difference(words, other).startswith("written anew")
