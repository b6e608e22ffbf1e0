"""The documentation is complete: each thing that exists is written down where one looks for it."""

import re
from urllib.parse import unquote

import pytest

from goldenthread.cli.main import Commands
from tests.whole.house import PACKAGE, ROOT, modules, name, tracked

DOCS = ROOT / "docs"
PAGES = [path for path in tracked() if path.suffix == ".md" and not path.is_relative_to(PACKAGE)]
# Two ways of reading the environment: by its whole name, or as a secret of settings.secret().
SETTING = re.compile(r"""environ(?:\.get\(|\[)\s*["'](GOLDENTHREAD_\w+)""")
SECRET = re.compile(r"""= secret\(["'](\w+)["']\)""")
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)")


def settings_read():
    names = set()
    for path in modules():
        text = path.read_text()
        names |= set(SETTING.findall(text))
        names |= {f"GOLDENTHREAD_{secret.upper()}" for secret in SECRET.findall(text)}
    return sorted(names)


def links(text):
    """The relative links of a page, without what stands in its blocks of code."""
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    targets = [unquote(target.partition("#")[0]) for target in LINK.findall(prose)]
    return [target for target in targets if target and not re.match(r"[a-z]+:", target)]


def test_links_are_found_and_code_is_not():
    text = "[a](b.md#c) [d](https://example.org) `[e](f.md)` [g](#h)\n```\n[i](j.md)\n```\n"
    assert links(text) == ["b.md"]


@pytest.mark.parametrize("document", PAGES, ids=name)
def test_no_link_of_a_page_is_dead(document):
    found = links(document.read_text())
    assert [link for link in found if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("command", sorted(Commands.MODULES))
def test_a_command_is_explained(command):
    assert re.search(rf"\bgoldenthread {command}\b", (DOCS / "commands.md").read_text())


def test_settings_are_found_in_the_code():
    assert "GOLDENTHREAD_SECRET_KEY" in settings_read()


@pytest.mark.parametrize("setting", settings_read())
def test_a_setting_is_explained_to_whoever_runs_the_house(setting):
    assert re.search(rf"\b{setting}\b", (ROOT / "README.md").read_text())


def test_the_index_leads_to_every_page():
    index = DOCS / "README.md"
    pages = {page for page in PAGES if page.is_relative_to(DOCS)} - {index}
    reached = {(DOCS / link).resolve() for link in links(index.read_text())} if pages else set()
    assert sorted(map(name, pages - reached)) == []


def test_decisions_are_numbered_without_gaps():
    numbers = [int(path.name[:4]) for path in sorted((DOCS / "adr").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_decision_is_titled_with_its_number():
    for path in (DOCS / "adr").glob("*.md"):
        assert path.read_text().startswith(f"# {path.name[:4]} "), name(path)
