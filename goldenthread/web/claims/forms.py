"""Before which board the leads are told."""

from django import forms

from goldenthread.web.days import DayField


class BoardForm(forms.Form):
    """The day of the board, if the message is about one."""

    board = DayField(
        label="Before the board on",
        help_text="Leave it empty if no board is near. A lead is told once of each claim, and "
        "once more before each board.",
        required=False,
    )
