"""Leads, timescales and updates in the cells of a row."""

from goldenthread.documents.plans.tests.sheets import asked, read


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


def test_an_update_without_a_date_is_progress():
    proposal = read(
        """
        No | Recommendation | Action | Lead        | Progress update
        1  | Thresholds     | Meet   | Asha Verity | Invited
        """
    )
    assert proposal["actions"][0]["progress"] == "Invited"
    assert proposal["items"][0]["updates"] == []
