"""What the pages of evidence share: finding it, and the ways back."""

from django.shortcuts import get_object_or_404

from goldenthread.people.models import User
from goldenthread.plans.models import Evidence, EvidenceLink, EvidenceVersion, Test

RELATED = ("version__evidence__plan__authority", "version__evidence__partner")
OF_THE_TEST = ("test__action__plan__authority", "test__item__plan__authority")
OF_THE_VERSION = (
    *("version__upload__file", "version__before__file"),
    *("version__filed_by", "version__filed_for"),
)


def evidence_of(user: User, pk: int) -> Evidence:
    """The evidence; 404 for somebody who does not see it."""
    rows = Evidence.objects.visible_to(user).select_related("plan__authority", "partner")
    return get_object_or_404(rows, pk=pk)


def version_of(user: User, pk: int) -> EvidenceVersion:
    """The version; 404 for somebody who does not see its evidence."""
    rows = EvidenceVersion.objects.visible_to(user).select_related("upload__file", "before__file")
    return get_object_or_404(rows, pk=pk)


def link_of(user: User, pk: int) -> EvidenceLink:
    """The link; 404 for somebody who does not see both its evidence and its test."""
    rows = EvidenceLink.objects.visible_to(user).filter(test__in=Test.objects.visible_to(user))
    return get_object_or_404(rows.select_related(*RELATED, *OF_THE_TEST, *OF_THE_VERSION), pk=pk)
