"""More made-up letters to Aldermere: other titles, headings, names and announcements."""

TRUST_2023 = [
    ("text", "11 December 2023"),
    ("text", "Dear Juniper"),
    ("h2", "Monitoring visit to Aldermere Children’s Trust"),
    (
        "text",
        (
            "This letter summarises the findings of the monitoring visit to Aldermere Children’s Trust on 14 and 15 "
            "November 2023. This was the fifth monitoring visit since the local authority was judged inadequate in "
            "July 2021. His Majesty’s Inspectors for this visit were Ivy Larkfield and Oak van der Heath."
        ),
    ),
    ("h2", "Areas considered during this monitoring visit"),
    ("text", "Inspectors reviewed what has changed for:"),
    ("bullet", "children in care"),
    ("bullet", "care leavers."),
    ("text", "This visit was carried out in line with the framework."),
    ("h2", "Headline findings"),
    ("text", "Staff turnover is falling. Pathway plans lack ambition."),
    ("h2", "Findings and evaluation of progress"),
    ("text", "Most children are making progress at school. Caseloads have increased."),
    ("text", "I am copying this letter to the Department for Education."),
    ("text", "This letter will be published on our reports website on 12 December 2023."),
    ("text", "Yours sincerely,"),
    ("text", "Ivy Larkfield"),
    ("text", "His Majesty’s Inspector"),
]
TOPIC_2025 = [
    ("text", "3 February 2025"),
    ("text", "Dear Juniper"),
    ("h2", "Focused visit to Aldermere Council children’s services: care leavers"),
    (
        "text",
        (
            "This letter summarises the findings of the focused visit to Aldermere Council on 7–8 January 2025. The "
            "lead inspector was Ivy Larkfield, His Majesty’s Inspector. She was accompanied by Reed Cotter, His "
            "Majesty’s Inspector."
        ),
    ),
    ("text", "Inspectors looked at homes for care leavers aged 18 to 25."),
    ("text", "The methodology for this visit was in line with the framework."),
    ("h2", "Headline findings"),
    ("text", "Inspectors identified two areas for priority action:"),
    ("bullet", "The checks made on private landlords."),
    ("bullet", "The help for care leavers who have nowhere to stay."),
    ("text", "The local authority should submit an action plan within 70 working days."),
    ("h2", "What does the local authority need to improve?"),
    ("bullet", "The support for care leavers in custody."),
    ("h2", "Key findings"),
    ("text", "Young people know their advisers. Not all of them have their health history."),
    ("text", "Ofsted will take the findings into account."),
    ("text", "Yours sincerely"),
    ("text", "Ivy Larkfield, HMI"),
]
WITHIN_2018 = [
    ("text", "Wednesday 16 May 2018"),
    ("text", "Dear Mr Weaver"),
    ("bold", "Focused visit to children’s services in the Royal Borough of Aldermere"),
    (
        "text",
        (
            "This letter provides a summary of the findings of the focused visit to the Royal Borough of Aldermere "
            "on 24 to 25 April 2018. The inspection team was led by Sorrel Dean, Her Majesty’s Inspector, with "
            "Reed Cotter, Her Majesty’s Inspector."
        ),
    ),
    ("text", "Inspectors looked at plans for children in need."),
    ("bold", "Overview"),
    ("text", "Managers’ oversight is becoming stronger. The quality of plans is variable."),
    ("bold", "Areas for priority action"),
    ("square", "The strategy meetings of the night team."),
    ("text", "An action plan should be sent within 70 working days."),
    ("bold", "What needs to improve in this aspect of social work practice"),
    ("square", "The frequency of supervision"),
    ("bold", "Findings"),
    ("square", "Workers are skilled and know the families."),
    ("text", "Yours sincerely"),
    ("text", "Sorrel Dean"),
    ("text", "Her Majesty’s Inspector"),
]
VARIATIONS = {"trust 2023": TRUST_2023, "topic 2025": TOPIC_2025, "within 2018": WITHIN_2018}
