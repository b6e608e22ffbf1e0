"""Plans over several tables and under headings of their own."""

from goldenthread.documents.plans.tests.sheets import acts, numbers, paragraph, read


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


def test_an_action_cut_by_the_end_of_a_table_is_made_whole():
    text = "No | Recommendation | Action | Lead\n{row}"
    proposal = read(
        text.format(row="1 | Thresholds | Meet all heads and | Asha Verity"),
        text.format(row=" | | agree the terms | "),
    )
    assert [a["text"] for a in proposal["actions"]] == ["Meet all heads and agree the terms"]


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
