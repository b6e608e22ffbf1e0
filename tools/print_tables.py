"""Writes docs/formats/data-model.md from the declarations of the data model."""

from pathlib import Path

from goldenthread.tables.printing import page

PAGE = Path(__file__).resolve().parents[1] / "docs" / "formats" / "data-model.md"


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
