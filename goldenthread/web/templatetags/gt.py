"""The tags and filters of our templates: `{% load gt %}`."""

from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BaseForm, BoundField
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from goldenthread.web import feedback, listing, words
from goldenthread.web.fields import draw_error_summary, draw_field
from goldenthread.web.macros import draw

register = template.Library()
register.filter("day", words.day)
register.filter("moment", words.moment)
register.filter("number", words.number)
register.filter("undo_address", feedback.undo_address)


@register.simple_tag
def govuk(component: str, /, **params: Any) -> Markup:
    """A component of the GOV.UK Design System: {% govuk "tag" text="Done" %}."""
    return draw(component, params)


@register.simple_tag
def govuk_params(component: str, /, params: dict[str, Any]) -> Markup:
    """The same with the options in one dictionary, which a presenter made."""
    return draw(component, params)


@register.simple_tag
def govuk_field(field: BoundField, /, **changes: Any) -> Markup:
    """A form's field with label, hint and error: {% govuk_field form.email %}."""
    return draw_field(field, **changes)


@register.simple_tag
def govuk_error_summary(form: BaseForm | str | None, /) -> Markup:
    """All errors of a form; nothing when there are none, or no form on the page."""
    return draw_error_summary(form) if isinstance(form, BaseForm) else Markup("")


@register.simple_tag(takes_context=True)
def list_address(context: template.Context, name: str, /, *args: Any) -> str:
    """The address of a list, with the filter and order in which this person left it."""
    request: HttpRequest = context["request"]
    return listing.last_address(request, reverse(name, args=args))


@register.filter
def is_problem(message: Message) -> bool:
    """Whether a message tells of something that went wrong."""
    return "error" in message.level_tag or "warning" in message.level_tag


@register.filter
def unlocalised(value: float) -> str:
    """A number as SVG and HTML attributes take it, with a point whatever the language."""
    return f"{value:.2f}"
