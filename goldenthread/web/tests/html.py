"""What must hold on every page, looked at in its HTML without a browser."""

import itertools
from collections import Counter

import lxml.html
from django.test import Client

TYPED = "//input[not(@type='hidden' or @type='submit')] | //select | //textarea"
PRIMARY = "//main//*[contains(concat(' ', @class, ' '), ' govuk-button ')]"
OTHER_BUTTONS = ("govuk-button--secondary", "govuk-button--warning", "govuk-button--inverse")
HEADINGS = "//h1 | //h2 | //h3 | //h4 | //h5 | //h6"


class CheckedClient(Client):
    """Django's client; a page with a fault fails the test that asked for it."""

    def request(self, **request):
        response = super().request(**request)
        if _is_page(response):
            assert faults(response.content.decode()) == []
        return response


def signed_in(user):
    """The browser of somebody who has signed in."""
    client = CheckedClient()
    client.force_login(user)
    return client


def _is_page(response):
    """Whether it is a page or a fragment of one; a file that is saved is neither."""
    if response.streaming or "attachment" in response.headers.get("Content-Disposition", ""):
        return False
    kind = response.headers.get("Content-Type", "")
    return kind.startswith("text/html") and bool(response.content.strip())


def faults(html):
    """Everything that is wrong with a page, or with a fragment that goes into one."""
    found = fragment_faults(lxml.html.document_fromstring(html))
    if "<html" in html:
        found += page_faults(lxml.html.document_fromstring(html))
    return found


def fragment_faults(tree):
    return [
        *(f"id {i} stands twice" for i, n in Counter(tree.xpath("//@id")).items() if n > 1),
        *(f"{_name(e)} has no label" for e in tree.xpath(TYPED) if not _is_labelled(tree, e)),
        *(f"{_name(e)} has a style" for e in tree.xpath("//*[@style] | //style")),
        *("a script stands in the page" for _ in tree.xpath("//script[not(@src)]")),
        *(f"{_name(e)} has {a}" for e in tree.iter() for a in e.attrib if _is_code(a)),
        *("a button has no type" for _ in tree.xpath("//button[not(@type)]")),
        *("a picture has no alt" for _ in tree.xpath("//img[not(@alt)]")),
        *("a link leads nowhere" for _ in tree.xpath("//a[not(@href) or @href='' or @href='#']")),
        *("a table has no caption" for _ in tree.xpath("//table[not(caption)]")),
    ]


def page_faults(tree):
    titles = [_text(e) for e in tree.xpath("//head/title")]
    headings = [_text(e) for e in tree.xpath("//h1")]
    found = [] if tree.get("lang") else ["the page has no language"]
    if len(headings) != 1:
        return [*found, f"{len(headings)} h1 in place of one"]
    if len(titles) != 1 or headings[0] not in titles[0]:
        found.append(f"title {titles} lacks {headings[0]!r}")
    found += [f"{len(tree.xpath(f'//{e}'))} {e}" for e in LANDMARKS if not _is_one(tree, e)]
    navs = Counter(nav.get("aria-label") for nav in tree.xpath("//nav"))
    found += [f"nav {name} stands {n} times" for name, n in navs.items() if n > 1 or not name]
    if len(primary := [e for e in tree.xpath(PRIMARY) if _is_primary(e)]) > 1:
        found.append(f"{len(primary)} primary buttons")
    levels = [int(e.tag[1]) for e in tree.xpath(HEADINGS)]
    found += [f"h{b} follows h{a}" for a, b in itertools.pairwise(levels) if b > a + 1]
    return found


LANDMARKS = ("header", "main", "footer")


def _is_one(tree, element):
    return len(tree.xpath(f"//{element}")) == 1


def _is_labelled(tree, element):
    if element.get("aria-label") or element.get("aria-labelledby"):
        return True
    if any(ancestor.tag == "label" for ancestor in element.iterancestors()):
        return True
    return bool(element.get("id") and tree.xpath("//label[@for=$id]", id=element.get("id")))


def _is_primary(element):
    classes = element.get("class").split()
    return not any(other in classes for other in OTHER_BUTTONS)


def _is_code(attribute):
    return attribute.startswith(("on", "hx-on", "hx-vals-js"))


def _name(element):
    return f"<{element.tag} {element.get('name') or element.get('class') or ''}>"


def _text(element):
    return " ".join(element.text_content().split())
