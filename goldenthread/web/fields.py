"""Form fields in the GOV.UK look: label, hint, error and control in one piece."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms import BoundField
from markupsafe import Markup

from goldenthread.web.days import DayWidget
from goldenthread.web.macros import draw

# Attributes that the macros set themselves, or that would say a label's words twice.
NOT_PASSED_ON = {"id", "class", "placeholder", "required", "aria-describedby", "aria-invalid"}
OF_THE_INPUT = {"autocomplete", "inputmode", "spellcheck"}
DJANGO_REQUIRED = forms.Field.default_error_messages["required"]
LEGEND = {"classes": "govuk-fieldset__legend--s"}


def draw_field(field: BoundField, **changes: Any) -> Markup:
    """A field with its label, hint and error.

    `changes` go over the options of the component, e.g. `classes="govuk-input--width-5"`;
    a text given as `label` or `hint` replaces the form's own.
    """
    widget = field.field.widget
    drawing = next((d for kind, d in DRAWINGS if isinstance(widget, kind)), _input)
    if "label" in changes:
        field.label = changes.pop("label")
    if "hint" in changes:
        field.help_text = changes.pop("hint")
    return drawing(field, changes)


def first_id(field: BoundField) -> str:
    """The id that an error leads to: that of the first control of the field."""
    if isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return f"{field.auto_id}_0"
    if isinstance(field.field.widget, DayWidget):
        return f"{field.auto_id}_0"
    return field.auto_id


def error_texts(field: BoundField) -> list[str]:
    """What is wrong with a field. What Django says of an empty one gets its name and a way out."""
    chosen = isinstance(field.field, forms.ChoiceField)
    missing = f"{field.label}: nothing {'chosen' if chosen else 'entered'}. "
    missing += "Choose one." if chosen else "Fill it in."
    return [missing if str(error) == DJANGO_REQUIRED else str(error) for error in field.errors]


def draw_error_summary(form: forms.BaseForm) -> Markup:
    """All errors of a form, those of no field first, each leading to its field."""
    if not form.errors:
        return Markup("")
    items: list[dict[str, str]] = [{"text": str(error)} for error in form.non_field_errors()]
    for field in form:
        items += [{"text": text, "href": f"#{first_id(field)}"} for text in error_texts(field)]
    params = {"titleText": "There is a problem", "errorList": items}
    return draw("error-summary", params)


def _words(field: BoundField) -> dict[str, Any]:
    """Label, hint and error, as each control but the grouped ones takes them."""
    label = field.label if field.field.required else f"{field.label} (optional)"
    params: dict[str, Any] = {
        "id": field.auto_id,
        "name": field.html_name,
        "label": {"text": label, "classes": "govuk-label--s"},
        "attributes": _attributes(field),
    }
    if field.help_text:
        params["hint"] = {"text": field.help_text}
    if field.errors:
        params["errorMessage"] = {"text": error_texts(field)[0]}
    return params


def _attributes(field: BoundField) -> dict[str, Any]:
    attrs = field.field.widget.attrs
    return {k: v for k, v in attrs.items() if k not in NOT_PASSED_ON | OF_THE_INPUT}


def _group(field: BoundField) -> dict[str, Any]:
    """The same for a group of controls, whose label is the legend of a fieldset."""
    params = _words(field)
    label = params.pop("label")
    params["fieldset"] = {"legend": {"text": label["text"], **LEGEND}}
    params["idPrefix"] = params.pop("id")
    return params


def _input(field: BoundField, changes: dict[str, Any]) -> Markup:
    widget = field.field.widget
    params = _words(field)
    params["type"] = getattr(widget, "input_type", None) or "text"
    params["value"] = _text(field)
    params.update({k: v for k, v in widget.attrs.items() if k in OF_THE_INPUT})
    return draw("input", params | changes)


def _password(field: BoundField, changes: dict[str, Any]) -> Markup:
    """A password is never sent back to the page."""
    params = _words(field)
    params["autocomplete"] = field.field.widget.attrs.get("autocomplete", "current-password")
    return draw("password-input", params | changes)


def _textarea(field: BoundField, changes: dict[str, Any]) -> Markup:
    params = _words(field)
    rows = params["attributes"].pop("rows", 5)
    params["attributes"].pop("cols", None)
    return draw("textarea", params | {"value": _text(field), "rows": str(rows)} | changes)


def _file(field: BoundField, changes: dict[str, Any]) -> Markup:
    params = _words(field) | {"javascript": True}
    params["multiple"] = params["attributes"].pop("multiple", False)
    return draw("file-upload", params | changes)


def _select(field: BoundField, changes: dict[str, Any]) -> Markup:
    items = [
        {"value": str(o.data["value"]), "text": o.data["label"], "selected": o.data["selected"]}
        for o in field.subwidgets
    ]
    return draw("select", _words(field) | {"items": items} | changes)


def _radios(field: BoundField, changes: dict[str, Any]) -> Markup:
    params = _group(field) | {"items": _choices(field), "classes": "govuk-radios--small"}
    return draw("radios", params | changes)


def _checkboxes(field: BoundField, changes: dict[str, Any]) -> Markup:
    params = _group(field) | {"items": _choices(field), "classes": "govuk-checkboxes--small"}
    return draw("checkboxes", params | changes)


def _checkbox(field: BoundField, changes: dict[str, Any]) -> Markup:
    params = _words(field)
    text = params.pop("label")["text"]
    item = {"value": "on", "text": text, "id": params.pop("id"), "checked": bool(field.value())}
    return draw(
        "checkboxes", params | {"items": [item], "classes": "govuk-checkboxes--small"} | changes
    )


def _day(field: BoundField, changes: dict[str, Any]) -> Markup:
    params = _group(field)
    params["id"] = params.pop("idPrefix")
    bad = "govuk-input--error" if field.errors else ""
    values = field.field.widget.decompress(field.value())
    params["items"] = [
        {
            "id": f"{field.auto_id}_{n}",
            "name": f"{field.html_name}_{n}",
            "label": label,
            "value": value or "",
            "classes": f"govuk-input--width-{width} {bad}",
        }
        for n, (label, width, value) in enumerate(zip(*DATE_PARTS, values, strict=True))
    ]
    return draw("date-input", params | changes)


def _hidden(field: BoundField, changes: dict[str, Any]) -> Markup:
    # Django has escaped the value already.
    return Markup(str(field))  # noqa: S704


def _choices(field: BoundField) -> list[dict[str, Any]]:
    return [
        {
            "value": str(option.data["value"]),
            "text": option.data["label"],
            "checked": option.data["selected"],
            "id": f"{field.auto_id}_{n}",
        }
        for n, option in enumerate(field.subwidgets)
    ]


def _text(field: BoundField) -> str:
    value = field.field.widget.format_value(field.value())
    return "" if value is None else str(value)


DATE_PARTS = (("Day", "Month", "Year"), (2, 2, 4))
Drawing = Callable[[BoundField, dict[str, Any]], Markup]
DRAWINGS: tuple[tuple[type[forms.Widget], Drawing], ...] = (
    (forms.HiddenInput, _hidden),
    (DayWidget, _day),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
    (forms.Textarea, _textarea),
    (forms.CheckboxSelectMultiple, _checkboxes),
    (forms.RadioSelect, _radios),
    (forms.Select, _select),
    (forms.CheckboxInput, _checkbox),
)
