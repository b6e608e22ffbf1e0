"""What we carry of others: unchanged, licensed, without the crown and the GDS Transport font."""

import hashlib
import json
import re
from pathlib import Path

from django.contrib.staticfiles import finders

ROOT = Path(__file__).resolve().parents[3]
VENDOR = ROOT / "vendor"
OWN = ROOT / "goldenthread" / "web" / "static" / "goldenthread"


def test_each_file_has_the_hash_that_was_written_down():
    lines = (VENDOR / "SHA256SUMS").read_text().splitlines()
    written = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    files = {path for path in VENDOR.rglob("*") if path.is_file() and path.name != "SHA256SUMS"}
    found = {
        path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }
    assert found == written, "run `make assets`"


def test_the_crown_and_the_font_of_government_are_not_ours_to_use():
    for path in (*VENDOR.rglob("*.css"), *OWN.glob("*.css")):
        text = path.read_text()
        assert not re.search("GDS Transport|@font-face|crown|crest", text, re.IGNORECASE), path


def test_every_address_in_a_stylesheet_leads_to_a_file():
    for path in (VENDOR / "web").glob("*.css"):
        for address in re.findall(r"url\(['\"]?([^'\")]+)", path.read_text()):
            assert (path.parent / address).is_file(), address


def test_every_file_that_a_page_asks_for_is_found():
    page = (ROOT / "goldenthread/web/templates/base.html").read_text()
    asked = re.findall(r'{% static "([^"]+)" %}', page)
    assert len(asked) > 5
    assert [name for name in asked if finders.find(name) is None] == []


def test_the_packages_built_from_are_pinned_and_name_no_host():
    package = json.loads((ROOT / "package.json").read_text())
    versions = package["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions.values())
    assert "resolved" not in (ROOT / "package-lock.json").read_text()
    for name in ("govuk-frontend", "@ministryofjustice/frontend", "htmx.org"):
        assert f"{name} {versions[name]}" in (VENDOR / "README.md").read_text()


def test_each_licence_that_is_named_is_there():
    named = re.findall(r"`(licences/[\w-]+\.txt)`", (VENDOR / "README.md").read_text())
    assert sorted(named) == sorted(
        path.relative_to(VENDOR).as_posix() for path in (VENDOR / "licences").iterdir()
    )
