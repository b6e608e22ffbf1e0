"""The wordings of labels that councils print on the front of a report, by what they mean to us."""

_WORDINGS = {
    "decision_maker": """
        Decision of | Decision maker | Final decision-maker | Report to | Meeting |
        Committee | Name of committee | Committee name | To | Decision to be taken by |
        Decision making body
    """,
    "date": """
        Date | Date of meeting | Meeting date | Date of decision | Decision date | Date
        of report | Decision due date | Date of Cabinet | Date of Committee
    """,
    "title": """
        Subject | Title | Report title | Title of report | Subject of report | Report
        subject | Subject/report title | Report name | Subject matter | Item title
    """,
    "report_from": """
        Report from | Report of | Report by | From | Portfolio holder | Portfolio |
        Cabinet member | Lead member | Executive member | Lead Cabinet member |
        Portfolio holder(s) | Relevant portfolio holder | Cabinet portfolio |
        Responsible member | Cabinet member(s) | Lead member(s) | Executive portfolio
        holder | Member portfolio | Portfolio area | Portfolio area and holder
    """,
    "contact": """
        Contact officer | Contact | Report author | Author | Lead officer | Officer
        contact | Report author and contact details | Contact officers | Author of
        report | Lead officer and report author | Lead director | Responsible officer |
        Contact details | Contact officer(s) | Report author(s) | Corporate director |
        Director | Lead head of service | Responsible director | Responsible officers |
        Report author and job title | Report contact | Contact for further information |
        Accountable director | Report sponsor | Report authorised by | Contact for
        enquiries | Strategic director
    """,
    "decision_type": """
        Type of decision | Key decision | Is this a key decision | Key decision
        reference | Is it a key decision | Key or non-key decision | Key decision? |
        Decision type | Is the decision a key decision | Key/non-key decision | Forward
        plan reference | Forward plan ref | Forward plan reference number | Notice of
        key decision
    """,
    "publication": """
        Freedom of information/status | Exempt information | Exempt | Confidential or
        exempt | Is this report exempt | Public or private | Publication status |
        Exempt/confidential | Private or public | Confidentiality | Exempt from
        publication | Report status | Access to information | Part exempt |
        Exempt/confidential report | Is this a private report | Public/private | Open or
        exempt | Exempt information and reasons | Classification
    """,
    "summary": """
        Summary | Executive summary | Report summary | Purpose | Purpose of report |
        Purpose of the report | Reason for report | Summary of report | Reason for the
        report | Purpose and summary | Summary and purpose | Brief summary | What is
        this report about
    """,
    "recommended": """
        Options & recommended option | Recommended option | Recommendation |
        Recommendations | Recommendation(s) | Options and recommended option |
        Recommended | Decision required | Decisions required | Recommended decision |
        Decision requested | Proposed decision | Recommendations to Cabinet | Officer
        recommendation | Recommended decisions | Recommended action | Action required |
        Decision sought | Decisions sought
    """,
    "alternatives": """
        Alternative options | Alternative options considered | Options considered |
        Options | Other options considered | Alternatives considered | Options
        considered and rejected | Alternative options considered and rejected
    """,
    "reasons": """
        Reason for decision | Reasons for decision | Reasons for recommendation |
        Reasons for recommendations | Reason for recommendation | Reasons for the
        decision | Reason for recommendations | Reason(s) for recommendation(s)
    """,
    "implications": """
        Implications | Corporate implications | Other implications | Corporate
        aims/policy framework | Corporate priorities | Corporate plan | Policy framework
        | Council priorities | Statement by the S151 Officer: Financial implications and
        risk considerations | Statement by the S151 Officer | Financial implications and
        risk considerations | Statement by Executive Director of Resources (including
        Health and Safety implications) | Statement by Executive Director of Resources |
        Statement by Director of Finance | Statement by Director of Finance and
        E-Government | Statement by Director of Resources | Statement by Executive
        Director of Finance | Community/health impact | Financial implications | Finance
        implications | Financial and resource implications | Resource implications |
        Legal implications | Equality/diversity implications | Equality implications |
        Equalities implications | Equality and diversity implications | Equality and
        diversity | Equality impact assessment | Equality impact | Equalities | HR
        implications | Human resources implications | Staffing implications | Risk
        management | Workforce implications | Risk implications | Risks | Risk
        assessment | Risk and opportunities | Human resource implications | Health and
        safety implications | Climate implications | Environmental implications | Carbon
        implications | Climate change implications | Community safety implications |
        Crime and disorder implications | Public health implications | Safeguarding
        implications | Property implications | Procurement implications | Financial,
        legal and HR implications | Financial comments | Legal comments | Consultation |
        Consultees | Background papers | Link to corporate plan | Links to corporate
        priorities | Legal implications and monitoring officer comments | Financial
        implications and S151 comments | Comments of the section 151 officer | Comments
        of the monitoring officer
    """,
    "monitoring_officer": """
        Considered by Monitoring Officer | Monitoring Officer | Monitoring officer
        comments
    """,
    "wards": """
        Wards affected | Ward(s) affected | Ward(s) | Wards | Ward | Electoral divisions
        affected | Electoral wards affected | Affected wards | Divisions affected |
        Areas affected | Electoral divisions | Electoral wards affected and ward
        councillors consulted | Wards/areas affected | Affected ward(s) | Local members
        | Areas or wards affected
    """,
    "scrutiny": """
        Scrutiny interest | Overview and scrutiny | Scrutiny | Scrutiny committee
        interest | Relevant scrutiny committee | Call-in | Call in | Eligible for call-
        in | Is it eligible for call-in | Subject to call-in | Is the decision eligible
        for call in | Scrutiny consultation
    """,
    "tracking": """
        Tracking/process | Tracking | Process/tracking
    """,
    "attachments": """
        Appendices | Appendix | Attachments | Annexes | Enclosures | Agenda item | Item
        no | Item number
    """,
}
# Columns of the grid that follows "Tracking"; elsewhere these words are no labels.
_STEPS = """
    Director | Executive Director | Chief Executive/ Strategic Leadership Team | Chief
    Executive | Strategic Leadership Team | Senior Leadership Team | Cabinet Member/Chair |
    Cabinet Member | Ward Members | Partners | Scrutiny Committee | Overview & Scrutiny
    Committee | Scrutiny | Cabinet/Committee | Cabinet | Committee | Council | Chief
    Executive/ Management Board
"""


def _parted(words: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in words.split("|"))


MEANINGS: dict[str, tuple[str, ...]] = {key: _parted(words) for key, words in _WORDINGS.items()}
STEPS: tuple[str, ...] = _parted(_STEPS)
