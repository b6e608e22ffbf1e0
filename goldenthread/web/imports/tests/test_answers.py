"""What the page offers as answers to a question."""

from goldenthread.intake.draft.bodies import KnownBody
from goldenthread.intake.models import Question
from goldenthread.web.imports.answers import Known, offer_of, words_of

BODIES = (
    KnownBody(kind="post", id=7, names=("Head of Safeguarding",)),
    KnownBody(kind="team", id=7, names=("Duty Team",)),
)


def test_a_known_post_is_accepted_in_one_press_and_others_can_be_chosen():
    question = Question(kind="person", where="named/Head of Care", suggestion={"post": 7})
    offer = offer_of(question, {}, Known(people={7: "Ann Dale"}, bodies=BODIES))
    assert offer.accept_text == "Yes, this is the post “Head of Safeguarding”"
    chosen = {key: value for key, _, value in offer.choices}
    assert chosen["team-7"] == {"team": 7}
    assert chosen["person-7"] == {"person": 7}
    assert "post-7" not in chosen
    assert words_of({"post": 7}) == "a post, team or partner that is known"


def test_the_days_of_an_inspection_are_typed_as_a_day():
    question = Question(kind="days", where="inspected_from", suggestion=None)
    assert offer_of(question, {}, Known()).shape == "day"
