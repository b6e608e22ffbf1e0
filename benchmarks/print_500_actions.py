"""Printing a plan of 500 actions in each form, beside python-docx writing the same words bare."""

import argparse
import io
import statistics
import sys
import time
from collections.abc import Callable

import docx

from goldenthread.papers.document import Document, Grid
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.renderers.tests.made_papers import long_plan

ACTIONS = 500
WORD_BAR_SECONDS = 5.0


def main() -> int:
    """Print the medians and their ratios to the bare words; 1 when Word misses its bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    document = long_plan(rows=ACTIONS)
    bare = _median(lambda: _bare_words(document), rounds)
    print(f"the same words as bare paragraphs by python-docx: {bare:.2f} s")
    took = {}
    for name, form in FORMS.items():
        took[name] = _median(lambda form=form: form.render(document), rounds)
        print(f"{name}: {took[name]:.2f} s, ratio {took[name] / bare:.2f}")
    print(f"{ACTIONS} actions as Word: bar {WORD_BAR_SECONDS:g} s")
    return int(took["docx"] > WORD_BAR_SECONDS)


def _bare_words(document: Document) -> bytes:
    file = docx.Document()
    for block in document.blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                for cell in row:
                    file.add_paragraph(cell.text)
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _median(work: Callable[[], bytes], rounds: int) -> float:
    """Seconds of the middle round; the first is thrown away."""
    times = []
    for _ in range(rounds + 1):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


if __name__ == "__main__":
    sys.exit(main())
