"""The components of the GOV.UK Design System, drawn by the macros of govuk-frontend-jinja."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, cast

from jinja2 import Environment, PackageLoader, PrefixLoader
from markupsafe import Markup

PACKAGE = "govuk_frontend_jinja"


def draw(component: str, params: Mapping[str, Any]) -> Markup:
    """The HTML of a component.

    Args:
        component: its name in the Design System, such as "error-summary".
        params: its options as the Design System documents them. Texts are escaped;
            only what is named `html` is taken as HTML, and must be safe.

    Raises:
        jinja2.TemplateNotFound: there is no component of that name.
    """
    return _macro(component)(params)


@cache
def _environment() -> Environment:
    """One for the whole process: a new one for each component costs 15 ms each time."""
    return Environment(
        loader=PrefixLoader({PACKAGE: PackageLoader(PACKAGE)}),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _macro(component: str) -> Callable[[Mapping[str, Any]], Markup]:
    template = _environment().get_template(f"{PACKAGE}/components/{component}/macro.html")
    name = "govuk" + component.title().replace("-", "")
    return cast("Callable[[Mapping[str, Any]], Markup]", getattr(template.module, name))
