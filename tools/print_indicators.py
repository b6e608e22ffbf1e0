"""Writes docs/indicators.md from the definitions."""

from pathlib import Path

from goldenthread.indicators.printing import page

PAGE = Path(__file__).resolve().parents[1] / "docs" / "indicators.md"


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
