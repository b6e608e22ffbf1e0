"""Where the demonstration's texts are read: data beside the code, in TOML or plain lines."""

import tomllib
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).with_name("texts")


def lines(name: str) -> str:
    """A text in lines of `style: words`, as `typeset.pdf` takes it."""
    return (TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def table(name: str) -> dict[str, Any]:
    """A text in TOML."""
    return tomllib.loads((TEXTS / f"{name}.toml").read_text(encoding="utf-8"))
