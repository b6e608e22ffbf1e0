"""A form with one field of each kind."""

from django import forms

from goldenthread.web.days import DayField

LEADS = (("head", "Head of Service"), ("manager", "Team manager, Assessment"))


class ExampleForm(forms.Form):
    """Filled in wrongly on the style guide, so that its errors can be looked at."""

    title = forms.CharField(help_text="As it will stand in the list.")
    changed = forms.CharField(label="What changed", widget=forms.Textarea)
    forecast = DayField(label="Forecast date", help_text="For example, 16 5 2016.")
    lead = forms.ChoiceField(choices=LEADS)
    kind = forms.ChoiceField(
        label="What this test shows",
        choices=(("done", "Done"), ("practice", "Practice"), ("difference", "Difference")),
        widget=forms.RadioSelect,
    )
    teams = forms.MultipleChoiceField(
        label="Teams", choices=LEADS, widget=forms.CheckboxSelectMultiple, required=False
    )
    private = forms.BooleanField(label="Restricted", required=False)
    evidence = forms.FileField(label="Evidence", required=False)
    password = forms.CharField(widget=forms.PasswordInput, required=False)
