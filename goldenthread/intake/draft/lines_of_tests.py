"""Where one test of a cell ends and the next begins."""

import re

_GOES_ON = re.compile(r"^[a-z(]")


def lines_of(cell: str) -> list[str]:
    """The tests of a cell; joined by line breaks they are the cell again.

    A line that goes on, and all below one that ends with a colon, belong to the test above.

    >>> lines_of("Copy of letter\\nReport cards on:\\nreferrals\\nvisits")
    ['Copy of letter', 'Report cards on:\\nreferrals\\nvisits']
    """
    tests: list[str] = []
    listing = False
    for line in cell.split("\n"):
        if tests and (listing or not line.strip() or _GOES_ON.match(line.strip())):
            tests[-1] += f"\n{line}"
        else:
            tests.append(line)
        listing = listing or line.rstrip().endswith(":")
    return [test for test in tests if test.strip()]
