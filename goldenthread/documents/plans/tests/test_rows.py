"""Rows of every shape, read into items and actions."""

from goldenthread.documents.plans.tests.sheets import acts, asked, numbers, read


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


def test_labels_that_no_action_carries_are_kept_with_the_last_one():
    proposal = read(
        """
        Good if:          | Action required | Timescale                | Lead
        3.0 Referrals are | i) Ask // ii) Tell | i) May // iii) June // iv) July | AD
        """
    )
    assert [a["local_timescale"] for a in proposal["actions"]] == ["May", "iii) June\niv) July"]
    assert len(proposal["issues"]) == 1


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
