"""Questions about tests whose kind two rules claim."""

import re
from collections.abc import Iterator

from goldenthread.intake.draft.form import Draft, Row, accepted
from goldenthread.intake.draft.lines_of_tests import lines_of
from goldenthread.intake.draft.question import Question, called, place_of
from goldenthread.plans.kinds import DONE, kind_of_test

# What is filed for it is a product, whatever the product is to tell.
_PRODUCT = re.compile(
    r"^\W*(?:a |the )?(?:relevant )?(?:minutes?|cop(?:y|ies)|letters?|e-?mails?|confirmation|notes?)\b",
    re.IGNORECASE,
)


def questions(draft: Draft) -> Iterator[Question]:
    """One for each action whose test names a product that is to show more than that it is there."""
    for action in accepted(draft, "actions"):
        unsure = _unsure(action)
        if not unsure or action.get("test_kinds"):
            continue
        tests = lines_of(action["test"])
        words = "; ".join(f"“{tests[n]}”" for n in unsure)
        yield Question(
            kind="test kind",
            where=f"actions/{action['id']}/test_kinds",
            words=f"{called(action)}: {words}: does this show that it was done, that it is used "
            "in practice, or a difference to children?",
            suggestion={str(n): kind for n, kind in unsure.items()},
            key=f"test kind:{action['id']}",
            rows=(action["id"],),
            place=place_of(action, "test"),
        )


def _unsure(action: Row) -> dict[int, str]:
    """The numbers of the unsure tests of an action, with the kind that the rule proposes."""
    tests = lines_of(action.get("test") or "")
    kinds = {n: kind_of_test(test) for n, test in enumerate(tests) if _PRODUCT.match(test)}
    return {n: kind for n, kind in kinds.items() if kind != DONE}
