"""The forms of accounts and roles."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from goldenthread.people.models import User
from goldenthread.people.roles import Role
from goldenthread.web.days import DayField
from goldenthread.web.people.forms.directory import Choice, CouncilForm, name_field

SCOPE_HINT = "Leave it empty where the role is for the whole council."


class EnrolForm(CouncilForm):
    """An account for somebody who has none, with roles from today."""

    name = name_field("Name")
    email = forms.EmailField(label="Email address", max_length=254)
    roles = forms.MultipleChoiceField(
        label="Roles from today on",
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple(),
    )
    post = Choice("Post", hint="The post that the person holds now.")
    team = Choice("Only for this team", hint="A team manager always names the team.")
    service = Choice("Only for this service", hint=SCOPE_HINT)
    partner = Choice("Partner organisation", hint="Only, and always, for a partner user.")

    def clean_roles(self) -> list[Role]:
        """The chosen roles."""
        return [Role(code) for code in self.cleaned_data["roles"]]


class RoleForm(CouncilForm):
    """A role for an account, perhaps for a part of the council or for a time."""

    role = forms.ChoiceField(label="Role", choices=[("", "Choose"), *Role.choices])
    started_on = DayField(label="First day", initial=timezone.localdate)
    ended_on = DayField(label="Last day", required=False, help_text="Empty until further notice.")
    team = Choice("Only for this team", hint="A team manager always names the team.")
    service = Choice("Only for this service", hint=SCOPE_HINT)
    partner = Choice("Partner organisation", hint="Only, and always, for a partner user.")

    def clean_role(self) -> Role:
        """The chosen role."""
        return Role(self.cleaned_data["role"])


class FindAccountForm(RoleForm):
    """The same for an account of another council, which is not listed here."""

    email = forms.EmailField(
        label="Email address of the account",
        help_text="Of somebody who works for another council here already.",
    )
    field_order = ("email",)

    def clean_email(self) -> User:
        """The account of that address.

        Raises:
            ValidationError: no person's account has it.
        """
        email = self.cleaned_data["email"].strip()
        user = User.objects.filter(email__iexact=email, system_code=None).first()
        if user is None:
            raise ValidationError(f"No account has the address {email}. Open one instead.")
        return user

    def given(self) -> dict[str, Any]:
        """What a valid form gives, the account as `user`."""
        given = dict(self.cleaned_data)
        return {"user": given.pop("email"), **given}
