"""What happened is said on the next page."""

import pytest
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.template.loader import render_to_string

from goldenthread.web.feedback import undo_address


@pytest.mark.parametrize(("tags", "address"), [("undo:/a/", "/a/"), ("", ""), ("other", "")])
def test_only_a_message_with_an_undo_has_its_address(tags, address):
    assert undo_address(Message(messages.SUCCESS, "Done.", extra_tags=tags)) == address


@pytest.mark.parametrize(
    ("level", "is_problem"),
    [(messages.SUCCESS, False), (messages.ERROR, True), (messages.WARNING, True)],
)
def test_a_problem_is_called_one(level, is_problem):
    context = {"messages": [Message(level, "Row 3.")]}
    html = render_to_string("components/_messages.html", context)
    assert ("There is a problem:" in html) is is_problem
