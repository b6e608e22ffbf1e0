"""How a thread is laid out: the four sentences, the first missing step, then step by step."""

from collections.abc import Iterable, Mapping

from goldenthread.papers.document import (
    Block,
    Cell,
    Column,
    Facts,
    Grid,
    Heading,
    Note,
    Run,
    Tone,
    cell,
    paragraphs,
    words,
)
from goldenthread.thread import links
from goldenthread.thread.sentences import Sentences

TONES: Mapping[str, Tone] = {
    links.CHECKED: "good",
    links.REPORTED: "warn",
    links.MISSING: "bad",
    links.NOT_NEEDED: "none",
}
IN_PART = "You see a part of these plans: what is not open to you is not printed here."
NOTHING = "Nothing stands here: a step above has nothing to hang it on."


def laid_out(chain: links.Chain, told: Sentences | None, text: str) -> tuple[Block, ...]:
    """The blocks. `told` are the sentences of a recommendation; of all else its text stands."""
    return tuple(_blocks(chain, told, text))


def _blocks(chain: links.Chain, told: Sentences | None, text: str) -> Iterable[Block]:
    if told is not None:
        yield Facts(tuple((head, (Run(said),)) for head, said in told.all))
    else:
        yield from (words(line.text, "quote") for line in paragraphs(text))
    yield Note(chain.words, "missing" if chain.first_missing_step else "info")
    if not chain.whole:
        yield Note(IN_PART, "warning")
    for step in chain.steps:
        yield from _step(chain, step)


def _step(chain: links.Chain, step: links.Step) -> Iterable[Block]:
    name = step.name.capitalize()
    yield Heading(1, f"{name}: {step.state if step.links else links.MISSING}")
    if not step.links:
        yield words(NOTHING)
        return
    actions = [chain.action_of(one) for one in step.links]
    shares = any(actions)
    yield Grid(
        columns=(
            Column("It is", 0.9),
            *([Column("Of", 1.1)] if shares else []),
            Column("In words", 4.0),
            Column("What it says", 4.0),
        ),
        rows=tuple(
            _link(one, (cell(action),) if shares else ())
            for one, action in zip(step.links, actions, strict=True)
        ),
        caption=f"{name}: each link and how far it is shown",
        summary="A row for each link: how far it is shown, in words, and its own text.",
        sheet=name,
    )


def _link(one: links.Link, of: tuple[Cell, ...]) -> tuple[Cell, ...]:
    said = f"{one.words} {one.fills}" if one.is_open else one.words
    return (
        cell(one.state, tone=TONES[one.state]),
        *of,
        cell(said, head=True),
        cell(one.text),
    )
