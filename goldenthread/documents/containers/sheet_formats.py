"""How a spreadsheet prints a stored number: dates, percentages and money as the user sees them."""

import re
from datetime import datetime, timedelta
from functools import lru_cache

# The formats that a workbook names by number only, as Excel prints them in Britain.
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0",
    38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    49: "@",
}  # fmt: skip
EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's dates have no zone
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
# Excel believes in 29 February 1900; days before it stand one later.
LEAP_FAULT = 60
LAST_DAY = 2_958_465
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
BRACKET = re.compile(r"\[(?!\$)[^\]]*\]")
CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
DATE_TOKEN = re.compile(
    r'"[^"]*"|\\.|_.|\*.|AM/PM|A/P|y+|m+|d+|h+|s+(?:\.0+)?|\[h+\]|\[m+\]|\[s+\]|.', re.IGNORECASE
)
NUMBER = re.compile(r"[#0?][#0?,]*(?:\.([#0?]*))?")


def printed(value: float, form: str, *, from_1904: bool = False) -> str:
    """A number as its format prints it; a format that is not understood prints the plain number."""
    if is_date(form):
        return _date(value, form, EPOCH_1904 if from_1904 else EPOCH_1900)
    return _number(value, form)


@lru_cache(maxsize=1_000)
def is_date(form: str) -> bool:
    """Whether the format prints a day or a time."""
    bare = BRACKET.sub("", CURRENCY.sub("", LITERAL.sub("", form.split(";")[0])))
    return form.lower() != "general" and bool(re.search(r"[ymdhs]", bare, re.IGNORECASE))


def _date(value: float, form: str, epoch: datetime) -> str:
    if not 0 <= value <= LAST_DAY:
        return plain(value)
    shift = 1 if epoch == EPOCH_1900 and value < LEAP_FAULT else 0
    moment = epoch + timedelta(seconds=round((value + shift) * 86_400))
    section = CURRENCY.sub("", form.split(";")[0])
    tokens = DATE_TOKEN.findall(re.sub(r"\[(?![hms]+\])[^\]]*\]", "", section, flags=re.IGNORECASE))
    half_day = any(token.upper() in ("AM/PM", "A/P") for token in tokens)
    return "".join(_token(tokens, n, moment, half_day=half_day) for n in range(len(tokens))).strip()


def _token(tokens: list[str], position: int, moment: datetime, *, half_day: bool) -> str:
    token = tokens[position]
    kind = token[0].lower()
    if token.upper() in ("AM/PM", "A/P"):
        return "AM" if moment.hour < 12 else "PM"
    if kind == "m" and _is_minute(tokens, position):
        return f"{moment.minute:0{min(len(token), 2)}}"
    if kind in "ymd":
        return _day_part(kind, len(token), moment)
    if kind == "h":
        hour = (moment.hour - 1) % 12 + 1 if half_day else moment.hour
        return f"{hour:0{min(len(token), 2)}}"
    if kind == "s":
        return f"{moment.second:02}"
    return _literal(token)


def _day_part(kind: str, width: int, moment: datetime) -> str:
    if kind == "y":
        return f"{moment:%y}" if width <= 2 else str(moment.year)
    if width <= 2:
        return f"{moment.day if kind == 'd' else moment.month:0{width}}"
    if width == 3:
        return f"{moment:%a}" if kind == "d" else f"{moment:%b}"
    if width == 5 and kind == "m":
        return f"{moment:%B}"[0]
    return f"{moment:%A}" if kind == "d" else f"{moment:%B}"


def _is_minute(tokens: list[str], position: int) -> bool:
    """An m is minutes after hours or before seconds, with only separators between."""
    letters = [(n, t[0].lower()) for n, t in enumerate(tokens) if t[0].lower() in "ymdhs"]
    index = next(i for i, (n, _) in enumerate(letters) if n == position)
    before = letters[index - 1][1] if index else ""
    after = letters[index + 1][1] if index + 1 < len(letters) else ""
    return before == "h" or after == "s"


def _literal(token: str) -> str:
    if token.startswith('"'):
        return token[1:-1]
    if token.startswith("\\"):
        return token[1:]
    return "" if token[0] in "_*[" and len(token) > 1 else token


def _number(value: float, form: str) -> str:
    sections = form.split(";")
    negative = value < 0
    section = sections[1] if negative and len(sections) > 1 else sections[0]
    if value == 0 and len(sections) > 2:
        section = sections[2]
    section = BRACKET.sub("", CURRENCY.sub(r'"\1"', section))
    shape = NUMBER.search(LITERAL.sub(lambda found: "\x00" * len(found[0]), section))
    if shape is None:
        return plain(value) if "general" in section.lower() or section == "@" else _text(section)
    digits = _digits(abs(value), shape, percent="%" in section)
    before, after = _text(section[: shape.start()]), _text(section[shape.end() :])
    sign = "-" if negative and len(sections) < 2 else ""
    return f"{sign}{before}{digits}{after}".strip()


def _digits(value: float, shape: re.Match[str], *, percent: bool) -> str:
    decimals = shape[1] or ""
    comma = "," if "," in shape[0].rstrip(",").partition(".")[0] else ""
    text = f"{value * 100 if percent else value:{comma}.{len(decimals)}f}"
    for optional in reversed(decimals):
        if optional == "0" or not text.endswith("0"):
            break
        text = text[:-1]
    whole, _, fraction = text.partition(".")
    width = shape[0].partition(".")[0].count("0")
    return f"{whole.zfill(width)}.{fraction}" if fraction else whole.zfill(width)


def _text(section: str) -> str:
    return "".join(_literal(token) for token in re.findall(r'"[^"]*"|\\.|_.|\*.|.', section))


def plain(value: float) -> str:
    """The number as General prints it: whole without a point, else up to ten digits."""
    if value == int(value) and abs(value) < 1e11:
        return str(int(value))
    return f"{value:.10g}"
