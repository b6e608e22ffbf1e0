"""The verbs on evidence, with the words that they ask for filled in."""

from itertools import count

from goldenthread.plans import actions

NUMBERS = count(1)


def file(*, village, tests, by, for_whom=None, expires_on=None):
    """The first version of a new piece of evidence, which shows one of what is wanted."""
    made = actions.file_evidence(
        action=village.action,
        tests=tests,
        kind="document",
        title="Something on file",
        shows="That it is so.",
        by=by,
        for_whom=for_whom,
        quantity=1,
        extract=f"Page {next(NUMBERS)}",
        expires_on=expires_on,
    )
    return made.versions.get()


def new_version(*, of, by):
    return actions.new_version(evidence=of.evidence, by=by, extract=f"Page {next(NUMBERS)}")


def contradict(*, village, test, by):
    made = actions.contradict(
        test=test,
        kind="document",
        title="Something else",
        shows="That it is not so.",
        by=by,
        extract=f"Page {next(NUMBERS)}",
    )
    return made.versions.get()


def accept(*, link, by):
    return actions.accept(link=link, by=by, how_do_we_know="Seen by me.")


def send_back(*, link, by):
    return actions.return_(link=link, by=by, reason="A page is missing.")


def ask_reopening(*, test, by):
    return actions.ask_reopening(test=test, by=by, why="Too vague.", text=f"{test.text}, all")


def approve_reopening(*, reopening, by):
    return actions.approve_reopening(reopening=reopening, by=by)
