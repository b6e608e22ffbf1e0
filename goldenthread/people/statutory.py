"""The roles that law or statutory guidance asks a council or its partners to have."""

from django.db import models


class StatutoryRole(models.TextChoices):
    """A role of law, as a page calls it."""

    DCS = "director_of_childrens_services", "Director of children's services"
    LEAD_MEMBER = "lead_member", "Lead member for children's services"
    CHIEF_EXECUTIVE = "head_of_paid_service", "Head of paid service"
    IRO = "independent_reviewing_officer", "Independent reviewing officer"
    VIRTUAL_SCHOOL_HEAD = "virtual_school_head", "Virtual school head"
    DESIGNATED_TEACHER = "designated_teacher", "Designated teacher"
    DESIGNATED_NURSE = "designated_nurse", "Designated nurse for looked after children"
    DESIGNATED_DOCTOR = "designated_doctor", "Designated doctor for looked after children"
    LADO = "designated_officer", "Designated officer for allegations"


SOURCES: dict[StatutoryRole, str] = {
    StatutoryRole.DCS: "Children Act 2004, section 18",
    StatutoryRole.LEAD_MEMBER: "Children Act 2004, section 19",
    StatutoryRole.CHIEF_EXECUTIVE: "Local Government and Housing Act 1989, section 4",
    StatutoryRole.IRO: "Children Act 1989, section 25A",
    StatutoryRole.VIRTUAL_SCHOOL_HEAD: "Children Act 1989, section 22(3B)",
    StatutoryRole.DESIGNATED_TEACHER: "Children and Young Persons Act 2008, section 20",
    StatutoryRole.DESIGNATED_NURSE: "Promoting the health and well-being of looked-after children",
    StatutoryRole.DESIGNATED_DOCTOR: "Promoting the health and well-being of looked-after children",
    StatutoryRole.LADO: "Working together to safeguard children",
}

# What documents of several decades call them; compared with case and spaces folded.
SYNONYMS: dict[str, StatutoryRole] = {
    "dcs": StatutoryRole.DCS,
    "director of children's services": StatutoryRole.DCS,
    "director of children's service": StatutoryRole.DCS,
    "lead member": StatutoryRole.LEAD_MEMBER,
    "lead member for children": StatutoryRole.LEAD_MEMBER,
    "cabinet member for children and families": StatutoryRole.LEAD_MEMBER,
    "cabinet member for children's services": StatutoryRole.LEAD_MEMBER,
    "chief executive": StatutoryRole.CHIEF_EXECUTIVE,
    "iro": StatutoryRole.IRO,
    "iros": StatutoryRole.IRO,
    "independent reviewing officer": StatutoryRole.IRO,
    "independent reviewing officers": StatutoryRole.IRO,
    "virtual head": StatutoryRole.VIRTUAL_SCHOOL_HEAD,
    "virtual school head": StatutoryRole.VIRTUAL_SCHOOL_HEAD,
    "virtual school headteacher": StatutoryRole.VIRTUAL_SCHOOL_HEAD,
    "designated teacher": StatutoryRole.DESIGNATED_TEACHER,
    "designated nurse": StatutoryRole.DESIGNATED_NURSE,
    "designated doctor": StatutoryRole.DESIGNATED_DOCTOR,
    "lado": StatutoryRole.LADO,
    "local authority designated officer": StatutoryRole.LADO,
}


def statutory_role(title: str) -> StatutoryRole | None:
    """The role of law that a title as printed means, None when it names none for certain."""
    return SYNONYMS.get(" ".join(title.replace("’", "'").split()).casefold())
