"""Every file of the house: sizes, docstrings, and what must never be written into it."""

import ast
import json
import re
import zipfile

import pytest

from goldenthread.documents.reports.tests.authorities import AUTHORITIES
from tests.whole.house import modules, name, tracked

LARGEST = 450
PYTHON = [path for path in tracked() if path.suffix == ".py"]

# In pieces, so that this file does not find itself.
HOSTS = ["pypi" + ".org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian"]
FORBIDDEN = {
    "the address of a registry": re.compile("|".join(map(re.escape, HOSTS))),
    "a folder of one machine": re.compile(r"(?<![\w.*/-])/(?:work|farm|root|home|Users)/[\w.]"),
    "a note to do it later": re.compile("TO" + r"DO\b|FIX" + r"ME\b"),
}


def texts(path):
    """The text of a file, or of the parts of a Word, Excel or other zipped one."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            return [parts.read(part).decode("utf-8", "ignore") for part in parts.namelist()]
    return [path.read_bytes().decode("utf-8", "ignore")]


def found(pattern):
    return sorted(
        {name(path) for path in tracked() for text in texts(path) if pattern.search(text)}
    )


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_tracked_file_holds(what):
    assert found(FORBIDDEN[what]) == []


def test_each_pattern_finds_what_it_is_for():
    examples = {
        "the address of a registry": "https://" + HOSTS[0] + "/simple",
        "a folder of one machine": "cd /" + "root/project",
        "a note to do it later": "# TO" + "DO: later",
    }
    for what, pattern in FORBIDDEN.items():
        assert pattern.search(examples[what]), what


def test_a_name_inside_a_word_document_is_found(tmp_path):
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("word/document.xml", "<w:t>Somebody Real</w:t>")
    assert any("Somebody Real" in text for text in texts(path))


def test_no_officer_of_the_real_plan_is_named(shared):
    officers = json.loads((shared / "truth" / "000.json").read_text())["officers"]
    people = [*officers["people"], *officers["aliases"]]
    assert people
    # Short family names are words as well, or anybody's, and some are places; the whole name is not.
    family = {person.split()[-1] for person in people} - set(AUTHORITIES)
    long_names = {name for name in family if len(name) > 5}
    alternatives = "|".join(map(re.escape, [*people, *sorted(long_names)]))
    assert found(re.compile(rf"\b(?:{alternatives})\b")) == [], "choose another made-up name"


@pytest.mark.parametrize("path", modules(), ids=name)
def test_a_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text()))


def test_no_file_answers_more_than_one_question():
    lengths = {
        name(path): len(path.read_text().splitlines())
        for path in PYTHON
        if not {"migrations", "tests"} & set(path.parts)
    }
    too_long = {path: lines for path, lines in lengths.items() if lines > LARGEST}
    assert too_long == {}, "split them; `make sizes` lists the next in line"
