"""Tables of every shape, read into items and actions."""

from goldenthread.documents.plans.tests.sheets import asked, paragraph, read


def numbers(proposal):
    return [(item["number"], item["text"]) for item in proposal["items"]]


def acts(proposal, *names):
    return [tuple(action[name] for name in ("items", *names)) for action in proposal["actions"]]


def test_blank_and_merged_cells_below_are_the_same_item():
    proposal = read(
        """
        No | Area for improvement | Action required | Lead officer
        1  | Thresholds           | Meet heads      | Asha Verity
        ^  | ^                    | Write to heads  | Bram Okonjo
        2  | Supervision          | Train           | Celia Marsh
           |                      | Audit           | Celia Marsh
        """
    )
    assert numbers(proposal) == [("1", "Thresholds"), ("2", "Supervision")]
    assert acts(proposal, "text") == [
        (["1"], "Meet heads"),
        (["1"], "Write to heads"),
        (["2"], "Train"),
        (["2"], "Audit"),
    ]


def test_a_blank_lead_stays_blank_and_the_one_above_is_offered():
    proposal = read(
        """
        No | Area for improvement | Action required | Lead officer
        1  | Thresholds           | Meet heads      | Asha Verity
           |                      | Write to heads  |
        2  | Supervision          | Train           |
        """
    )
    assert [action["leads"] for action in proposal["actions"]] == [["Asha Verity"], [], []]
    assert asked(proposal) == [
        "Table 1, row 3: Row 3 has no lead. Carry down “Asha Verity” from the row above?",
        "Table 1, row 4: Row 4 has no lead. Who leads?",
    ]


def test_a_merged_lead_is_carried_down_by_nobody_but_a_person():
    proposal = read(
        """
        No | Recommendation | Action | Owner
        1  | Thresholds     | Meet   | Asha Verity
        ^  | ^              | Write  | ^
        """
    )
    assert proposal["actions"][1]["leads"] == []
    assert "One merged cell covers both rows." in asked(proposal)[0]


def test_several_leads_are_asked_about():
    proposal = read(
        """
        No | Recommendation | Action | Owner
        1  | Thresholds     | Meet   | Asha Verity & Bram Okonjo
        """
    )
    assert proposal["actions"][0]["leads"] == ["Asha Verity", "Bram Okonjo"]
    assert "Who is accountable?" in asked(proposal)[0]


def test_the_inspectorates_timescale_is_the_items_and_the_local_one_the_actions():
    proposal = read(
        """
        No | Area for improvement | Action | Ofsted timescale | Local timescale | Lead
        1  | Thresholds           | Meet   | 3 months         | 11/07/12        | Asha Verity
           |                      | Write  |                  |                 | Asha Verity
        2  | Supervision          | Train  |                  | In place        | Asha Verity
        """
    )
    assert [item["timescale"] for item in proposal["items"]] == ["3 months", None]
    assert [a["local_timescale"] for a in proposal["actions"]] == ["11/07/12", None, "In place"]
    assert "Item 2 has no timescale of the inspectorate." in " ".join(asked(proposal))


def test_labels_in_a_cell_are_actions_of_their_own():
    proposal = read(
        """
        Likely to be judged 'Good' if: | Action required | Timescale | Strategic lead officer
        1.1 Children are seen          | ii) Write guidance // iii) Train | ii) Sept 13 // iii) Oct 13 | SGS
        """
    )
    assert numbers(proposal) == [("1.1", "Children are seen")]
    assert acts(proposal, "ref", "text", "local_timescale", "leads") == [
        (["1.1"], "ii)", "Write guidance", "Sept 13", ["SGS"]),
        (["1.1"], "iii)", "Train", "Oct 13", ["SGS"]),
    ]
    assert "Strategic lead officer" in asked(proposal)[0]


def test_a_label_clash_is_a_fault_of_the_source():
    proposal = read(
        """
        Good if:          | Action required      | Lead
        3.0 Referrals are | iii) Ask // iv) Tell | iii) AD // v) Early Years
        """
    )
    assert [a["leads"] for a in proposal["actions"]] == [["AD"], ["Early Years"]]
    assert "says v) where the action is iv)" in proposal["issues"][0]["problem"]


def test_one_row_may_answer_several_items():
    proposal = read(
        """
        Good if:                        | Action required     | Lead
        5.0 Plans change // 5.1 Plans are reviewed // 5.2 Steps are taken | Review the service | SGU
        """
    )
    assert [number for number, _ in numbers(proposal)] == ["5.0", "5.1", "5.2"]
    assert acts(proposal, "text") == [(["5.0", "5.1", "5.2"], "Review the service")]


def test_an_item_over_two_tables_is_one_item():
    text = """
        Good if:                | Action required | {lead}
        2.3.Thresholds are {and} understood | {act} | AD
        """
    proposal = read(
        text.format(lead="Lead", act="i) Train", **{"and": "known &"}),
        text.format(lead="Strategic Lead Office", act="ii) Publish", **{"and": "known and"}),
    )
    assert [number for number, _ in numbers(proposal)] == ["2.3"]
    assert acts(proposal, "ref") == [(["2.3"], "i)"), (["2.3"], "ii)")]


def test_a_reference_is_an_action_that_points():
    proposal = read(
        """
        Good if:          | Action required | Timescale      | Lead
        1.1 Children seen | Write           | Sept 13        | AD
        1.2 Children ask  | As above (1.1)  | As above (1.1) |
        1.3 Children know | As above        |                | AD
        1.4 Plans         | See 9.9 above   |                | AD
        """
    )
    assert [a.get("same_as") for a in proposal["actions"]] == [None, "1.1", "1.2", "9.9"]
    assert "no such item" in proposal["issues"][0]["problem"]


def test_the_same_words_with_other_dates_are_listed_and_asked_about():
    proposal = read(
        """
        Good if:          | Action required                        | Timescale        | Lead
        3.0 Referrals     | Review of frontline management capacity | Sept 13 - Jan 14 | AD
        4.0 Decisions     | Review of the frontline management capacity. | Sept 12 – Jan 14 | AD
        5.0 Front door    | Development of MASH                    | Oct 13           | AD
        6.0 Information   | Implementation of the MASH             | Sept 13          | AD
        """
    )
    assert len(proposal["issues"]) == 2
    assert "Sept 12 – Jan 14" in proposal["issues"][0]["problem"]
    assert len([q for q in asked(proposal) if "one action" in q]) == 2


def test_dated_columns_are_updates():
    proposal = read(
        """
        Good if:     | Action required  | Lead | September 2013 Measures of progress Measures of Impact | Update March 2014
        2.1 Help     | i) Hub // ii) Panel | AD | Hub opened by Oct 13 // Fewer children wait | i) Live. // ii) Meets. // Too early.
        """
    )
    item = proposal["items"][0]
    assert item["updates"] == [{"date": "March 2014", "text": "i) Live.\nii) Meets.\nToo early."}]
    assert item["measures_of_impact"] == ["Fewer children wait"]
    assert [a["updates"][0]["text"] for a in proposal["actions"]] == ["Live.", "Meets."]


def test_dates_in_progress_begin_updates_and_the_cell_is_kept():
    proposal = read(
        """
        No | Recommendation | Action | Lead        | Progress
        1  | Babies         | Meet   | Asha Verity | 1/06/12 // Invited // 7/06/12 awaited
        """
    )
    action = proposal["actions"][0]
    assert action["progress"] == "1/06/12\nInvited\n7/06/12 awaited"
    assert [u["date"] for u in action["updates"]] == ["1/06/12", "7/06/12"]


def test_headings_over_two_rows_are_joined():
    proposal = read(
        """
        No | Recommendation | Action | Timescale | <      | Lead
        ^  | ^              | ^      | Ofsted    | Local  | ^
        1  | Thresholds     | Meet   | 3 months  | June   | Asha Verity
        """
    )
    assert proposal["items"][0]["timescale"] == "3 months"
    assert proposal["actions"][0]["local_timescale"] == "June"


def test_headings_again_in_the_body_are_no_row():
    proposal = read(
        """
        No | Recommendation | Action   | Lead officer
        1  | Thresholds     | Meet     | Asha Verity
        No | Recommendation | Action   | Lead Office
           |                | Write    | Asha Verity
        """
    )
    assert len(proposal["actions"]) == 2


def test_an_unknown_heading_is_asked_about_and_kept():
    proposal = read(
        """
        No | Recommendation | Action | Lead        | Cost centre
        1  | Thresholds     | Meet   | Asha Verity | X12
        """
    )
    assert proposal["actions"][0]["other"] == {"Cost centre": "X12"}
    assert "What does the column “Cost centre” hold?" in asked(proposal)[0]


def test_a_remembered_heading_is_not_asked_about():
    proposal = read(
        """
        No | Recommendation | Action | Lead        | Cost centre
        1  | Thresholds     | Meet   | Asha Verity | A letter
        """,
        remembered={"Cost centre": "test"},
    )
    assert proposal["actions"][0]["test"] == "A letter"
    assert asked(proposal) == []


def test_headings_across_the_table_are_items():
    proposal = read(
        """
        Actions | Owner | By when | Success measure
        1. Improve the front door | < | < | <
        Outcome: Children get help sooner | < | < | <
        Meet heads | Asha Verity | May 2025 | Audit
        2. Improve plans | < | < | <
        Write a guide | Asha Verity | May 2025 | Audit
        """
    )
    assert numbers(proposal) == [("1", "Improve the front door"), ("2", "Improve plans")]
    assert proposal["items"][0]["measures_of_impact"] == ["Children get help sooner"]
    assert acts(proposal, "test") == [(["1"], "Audit"), (["2"], "Audit")]


def test_one_table_for_each_priority_takes_its_item_from_the_heading():
    text = """
        Ref | Action | Lead | Timescale | BRAG
        {n}.1 | Meet {n} heads of school | Asha Verity | May 2025 | Green
        {n}.2 | Write {n} letters home | Asha Verity | May 2025 | Red
        """
    proposal = read(
        paragraph("Aldermere improvement plan"),
        paragraph("Priority 1: Leadership"),
        paragraph("Outcome: Leaders know"),
        text.format(n=1),
        paragraph("Priority 2: Practice"),
        text.format(n=2),
    )
    assert proposal["plans"][0]["title"] == "Aldermere improvement plan"
    assert numbers(proposal) == [("1", "Leadership"), ("2", "Practice")]
    assert acts(proposal, "ref", "status") == [
        (["1"], "1.1", "Green"),
        (["1"], "1.2", "Red"),
        (["2"], "2.1", "Green"),
        (["2"], "2.2", "Red"),
    ]


def test_a_tracker_that_repeats_the_recommendation_numbers_the_actions():
    proposal = read(
        """
        Ref | Recommendation | Action | Lead
        1.1 | Quality of plans | Guide | Asha Verity
        1.2 | Quality of plans | Train | Asha Verity
        2.1 | Supervision | Audit | Asha Verity
        2.2 | Supervision | Brief | Asha Verity
        """
    )
    assert [number for number, _ in numbers(proposal)] == ["1", "2"]
    assert acts(proposal, "ref") == [
        (["1"], "1.1"),
        (["1"], "1.2"),
        (["2"], "2.1"),
        (["2"], "2.2"),
    ]


def test_two_plans_in_one_document_keep_their_judgements():
    text = """
        No | Area for improvement | Action required | Lead officer
        {n} | {item} | Meet | Asha Verity
        """
    proposal = read(
        paragraph("Safeguarding services"),
        paragraph("Overall Effectiveness   Adequate"),
        text.format(n=1, item="Thresholds"),
        paragraph("Services for looked after children"),
        "Overall effectiveness | Adequate\nCapacity for improvement | Good",
        text.format(n=2, item="Care plans"),
    )
    assert [(p["title"], len(p["judgements"])) for p in proposal["plans"]] == [
        ("Safeguarding services", 1),
        ("Services for looked after children", 2),
    ]
    assert [item["plan"] for item in proposal["items"]] == [0, 1]


def test_a_number_that_stands_for_two_items_is_a_fault():
    proposal = read(
        """
        No | Recommendation | Action | Lead
        1  | Thresholds of need | Meet | Asha Verity
        1  | Supervision of staff | Train | Asha Verity
        """
    )
    assert [item["number"] for item in proposal["items"]] == ["1", "1 (2)"]
    assert "two different items" in proposal["issues"][0]["problem"]


def test_items_without_numbers_get_some_and_a_question():
    proposal = read(
        """
        Recommendation | Action | Lead
        Thresholds     | Meet   | Asha Verity
        Supervision    | Train  | Asha Verity
        """
    )
    assert [item["number"] for item in proposal["items"]] == ["1", "2"]
    assert "2 items have no printed number" in asked(proposal)[0]


def test_a_row_without_an_action_goes_on_with_the_one_above():
    proposal = read(
        """
        No | Recommendation | Action | Lead        | Test
        1  | Thresholds     | Survey | Asha Verity | Results
           |                |        |             | Report card
        """
    )
    assert [a["test"] for a in proposal["actions"]] == ["Results\nReport card"]
    assert "Does it go on with the row above?" in asked(proposal)[0]


def test_an_action_cut_by_the_end_of_a_table_is_made_whole():
    text = "No | Recommendation | Action | Lead\n{row}"
    proposal = read(
        text.format(row="1 | Thresholds | Meet all heads and | Asha Verity"),
        text.format(row=" | | agree the terms | "),
    )
    assert [a["text"] for a in proposal["actions"]] == ["Meet all heads and agree the terms"]


def test_a_table_without_headings_goes_on_with_the_one_before():
    proposal = read(
        "No | Recommendation | Action | Lead\n1 | Thresholds | Meet | Asha Verity",
        "2 | Supervision | Train | Asha Verity",
    )
    assert [item["number"] for item in proposal["items"]] == ["1", "2"]


def test_a_key_of_colours_is_no_plan():
    proposal = read("Status | Meaning\nBlue | Complete\nGreen | On track")
    assert proposal["items"] == []
    assert proposal["actions"] == []


def test_every_filled_cell_has_its_place():
    proposal = read(
        """
        No | Recommendation | Action | Lead        | By when | Test
        1  | Thresholds     | Meet   | Asha Verity | June    |
        """
    )
    assert proposal["sources"]["actions/0/text"] == {"table": 1, "row": 2, "cell": 3}
    assert set(proposal["sources"]) == {
        "items/0/number",
        "items/0/text",
        "actions/0/text",
        "actions/0/leads",
        "actions/0/local_timescale",
    }


def test_a_number_below_the_items_own_is_the_actions():
    proposal = read(
        """
        No  | Recommendation | Action | Lead
        1   | Thresholds     | Meet   | Asha Verity
        1.2 |                | Write  | Asha Verity
        1   |                | Ask    | Asha Verity
        """
    )
    assert acts(proposal, "ref") == [(["1"], None), (["1"], "1.2"), (["1"], None)]


def test_a_number_at_the_start_of_an_action_is_its_own():
    proposal = read(
        """
        No | Recommendation | Action     | Lead
        2  | Thresholds     | 2.1 Meet   | Asha Verity
        """
    )
    assert acts(proposal, "ref", "text") == [(["2"], "2.1", "Meet")]


def test_a_plan_without_recommendations_keeps_the_actions():
    proposal = read(
        """
        Ref | Action | Lead        | Deadline
        A1  | Meet   | Asha Verity | June
        """
    )
    assert proposal["items"] == []
    assert acts(proposal, "ref", "text") == [([], "A1", "Meet")]


def test_a_heading_row_beside_a_column_of_items_is_a_section():
    proposal = read(
        """
        No | Recommendation | Action | Lead
        Leadership and management | < | < | <
        1  | Thresholds     | Meet   | Asha Verity
        Practice |          |        |
        2  | Supervision    | Train  | Asha Verity
        """
    )
    assert [i["section"] for i in proposal["items"]] == ["Leadership and management", "Practice"]


def test_a_heading_over_a_later_table_is_a_section():
    text = "No | Recommendation | Action | Lead\n{n} | {what} | Meet {n} | Asha Verity"
    proposal = read(
        paragraph("Aldermere plan"),
        text.format(n=1, what="Thresholds"),
        paragraph("Care leavers"),
        text.format(n=2, what="Housing"),
    )
    assert [i["section"] for i in proposal["items"]] == [None, "Care leavers"]


def test_judgements_across_the_table_begin_a_plan():
    proposal = read(
        """
        No | Recommendation | Action | Lead
        1  | Thresholds     | Meet   | Asha Verity
        Overall effectiveness: Good | < | < | <
        """,
        "No | Recommendation | Action | Lead\n2 | Care plans | Write | Asha Verity",
    )
    assert [len(plan["judgements"]) for plan in proposal["plans"]] == [0, 1]


def test_what_a_heading_labels_belongs_to_its_item():
    proposal = read(
        paragraph("Priority 1: Leadership"),
        paragraph("Senior responsible officer: Asha Verity"),
        "Ref | Action | Lead | Timescale\n1.1 | Meet | Bram Okonjo | May",
    )
    assert proposal["items"][0]["other"] == {"Senior responsible officer": "Asha Verity"}


def test_milestones_and_impact_stand_with_the_action_and_once_with_the_item():
    proposal = read(
        """
        No | Recommendation | Action | Lead        | Milestones | Impact
        1  | Thresholds     | Meet   | Asha Verity | Agreed // Met | Fewer waits
           |                | Write  | Asha Verity | Agreed     | Fewer waits
        """
    )
    item = proposal["items"][0]
    assert item["measures_of_progress"] == ["Agreed", "Met"]
    assert item["measures_of_impact"] == ["Fewer waits"]
    assert [a["measures_of_progress"] for a in proposal["actions"]] == [
        ["Agreed", "Met"],
        ["Agreed"],
    ]


def test_a_later_timescale_of_the_same_item_is_kept_with_its_action():
    proposal = read(
        """
        No | Recommendation | Action | Ofsted timescale | Lead
        1  | Thresholds     | Meet   | 3 months         | Asha Verity
           |                | Write  | 6 months         | Asha Verity
        """
    )
    assert proposal["items"][0]["timescale"] == "3 months"
    assert proposal["actions"][1]["other"] == {"Ofsted timescale": "6 months"}


def test_the_rest_of_a_row_is_added_to_people_too():
    proposal = read(
        """
        No | Recommendation | Action | Lead        | Support
        1  | Thresholds     | Meet   | Asha Verity | Bram Okonjo
           |                |        | Celia Marsh | Dewi Thorne
        """
    )
    assert proposal["actions"][0]["leads"] == ["Asha Verity", "Celia Marsh"]
    assert proposal["actions"][0]["delegates"] == ["Bram Okonjo", "Dewi Thorne"]


def test_an_item_without_an_action_is_asked_about_if_somebody_leads_it():
    proposal = read(
        """
        No | Recommendation | Action | Lead
        1  | Thresholds     |        | Asha Verity
        2  | Supervision    |        |
        """
    )
    assert [i["number"] for i in proposal["items"]] == ["1", "2"]
    assert len(proposal["actions"]) == 1
    assert "Row 2 has no action. What is to be done?" in asked(proposal)[0]


def test_two_columns_for_one_thing_are_asked_about():
    proposal = read(
        """
        No | Recommendation | Action | Lead officer | Responsible
        1  | Thresholds     | Meet   | Asha Verity  | Bram Okonjo
        """
    )
    assert proposal["actions"][0]["other"] == {"Responsible": "Bram Okonjo"}
    assert "“Lead officer” is taken for the lead." in asked(proposal)[0]


def test_a_heading_that_is_only_like_a_known_one_is_asked_about():
    proposal = read(
        """
        No | Recommendation | Action | Lead officer for this action
        1  | Thresholds     | Meet   | Asha Verity
        """
    )
    assert proposal["actions"][0]["leads"] == ["Asha Verity"]
    assert "hold the lead?" in asked(proposal)[0]


def test_labels_that_no_action_carries_are_kept_with_the_last_one():
    proposal = read(
        """
        Good if:          | Action required | Timescale                | Lead
        3.0 Referrals are | i) Ask // ii) Tell | i) May // iii) June // iv) July | AD
        """
    )
    assert [a["local_timescale"] for a in proposal["actions"]] == ["May", "iii) June\niv) July"]
    assert len(proposal["issues"]) == 1


def test_an_update_without_a_date_is_progress():
    proposal = read(
        """
        No | Recommendation | Action | Lead        | Progress update
        1  | Thresholds     | Meet   | Asha Verity | Invited
        """
    )
    assert proposal["actions"][0]["progress"] == "Invited"
    assert proposal["items"][0]["updates"] == []


def test_an_items_text_may_have_several_paragraphs():
    proposal = read(
        """
        Good if:                               | Action required | Lead
        1.0 Children are seen // and heard // 1.1.1 as they wish | Ask | AD
        """
    )
    assert numbers(proposal) == [("1.0", "Children are seen\nand heard\n1.1.1 as they wish")]


def test_numbers_beside_a_merged_recommendation_are_the_actions():
    proposal = read(
        """
        No | Recommendation | Action | Lead
        A1 | Thresholds     | Meet   | Asha Verity
        A2 | ^              | Write  | Asha Verity
        """
    )
    assert len(proposal["items"]) == 1
    assert acts(proposal, "ref") == [(["A1"], "A1"), (["A1"], "A2")]


def test_a_heading_under_a_shared_one_may_come_first():
    proposal = read(
        """
        No | Recommendation | Action | Officer     | <
        ^  | ^              | ^      | Responsible | Supporting
        1  | Thresholds     | Meet   | Asha Verity | Bram Okonjo
        """
    )
    assert proposal["actions"][0]["leads"] == ["Asha Verity"]
    assert proposal["actions"][0]["delegates"] == ["Bram Okonjo"]
