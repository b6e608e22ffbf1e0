"""Readers that misbehave, for the tests of reading apart; another process finds them by name."""

import os
import time

from goldenthread.documents.reading import read


def reading(path):
    """Reads, unless the file's name says what to do instead."""
    if path.stem == "hangs":
        time.sleep(60)
    if path.stem == "crashes":
        os.abort()
    if path.stem == "fails":
        raise KeyError("a fault of the reader")
    if path.stem == "eats":
        bytearray(2**40)
    return read(path)
