"""Where the papers of a plan have their pages."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from goldenthread.papers.models import SignedPaper
from goldenthread.plans.models import Plan


def of_plan(plan: Plan) -> str:
    """The list of a plan's papers; the plan's authority must be at hand."""
    return reverse("papers:index", args=[plan.authority.code, plan.public_id])


def of_paper(plan: Plan, name: str) -> str:
    """A paper as it prints today."""
    return reverse("papers:show", args=[plan.authority.code, plan.public_id, name])


def of_file(plan: Plan, name: str, form: str, as_at: date) -> str:
    """A paper of a day to be saved in one of its forms."""
    where = [plan.authority.code, plan.public_id, name, form]
    return f"{reverse('papers:download', args=where)}?{_on(as_at)}"


def of_day(page: str, plan: Plan, name: str, as_at: date) -> str:
    """A page about a paper of a day: "show", "view" or "sign"."""
    where = [plan.authority.code, plan.public_id, name]
    return f"{reverse(f'papers:{page}', args=where)}?{_on(as_at)}"


def of_signed(paper: SignedPaper, page: str = "signed", *more: object) -> str:
    """A page of a signed paper, whose plan and authority must be at hand."""
    where = [paper.authority.code, paper.plan.public_id, paper.public_id, *more]
    return reverse(f"papers:{page}", args=where)


def _on(as_at: date) -> str:
    parts = (as_at.day, as_at.month, as_at.year)
    return urlencode({f"as_at_{number}": part for number, part in enumerate(parts)})
