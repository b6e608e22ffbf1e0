"""Writes docs/formats/plain.md from the declarations of the data model."""

from pathlib import Path

from goldenthread.formats.plain.tables import page

PAGE = Path(__file__).resolve().parents[1] / "docs" / "formats" / "plain.md"


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
