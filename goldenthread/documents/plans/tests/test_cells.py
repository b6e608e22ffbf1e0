"""What is made of the text of single cells."""

import pytest

from goldenthread.documents.plans import measures, references, titles, updates
from goldenthread.documents.plans.alignment import align, codes, dates
from goldenthread.documents.plans.numerals import parts
from goldenthread.documents.plans.people import split


def labelled(text):
    return [(part.label, part.text) for part in parts(text)]


def test_labels_part_a_cell():
    assert labelled("ii) Write it.\niii) Publish it.") == [
        ("ii)", "Write it."),
        ("iii)", "Publish it."),
    ]


def test_labels_part_a_cell_whose_lines_are_lost():
    assert labelled("i) Training. ii) A panel.") == [("i)", "Training."), ("ii)", "A panel.")]


def test_a_list_inside_an_action_stays_whole():
    assert labelled("Meet to agree: a) aims b) terms") == [("", "Meet to agree: a) aims b) terms")]


@pytest.mark.parametrize("text", ["See 4 (ii)", "By 3. May", "3. May", ""])
def test_what_only_looks_like_a_label_parts_nothing(text):
    assert labelled(text) == [("", text)]


def test_a_label_out_of_turn_is_a_word_of_the_text():
    assert labelled("i) Ask ii) Listen i) again") == [("i)", "Ask"), ("ii)", "Listen i) again")]


def test_labels_give_each_action_its_part():
    found = align(["i)", "ii)"], "i) May\nii) June", pointing=[False, False])
    assert found.texts == ("May", "June")
    assert found.doubt is None


def test_a_label_that_no_action_carries_is_a_clash():
    found = align(["iii)", "iv)"], "iii) AD\nv) Early Years", pointing=[False, False])
    assert found.texts == ("AD", "Early Years")
    assert found.clash == ("iv)", "v)")


def test_values_in_order_are_a_doubt():
    found = align(["i)", "ii)"], "May\nJune", pointing=[False, False])
    assert found.texts == ("May", "June")
    assert found.doubt


def test_an_action_that_only_points_elsewhere_needs_no_value():
    found = align(["i)", "ii)", "iii)"], "May\nJune", pointing=[True, False, False])
    assert found.texts == ("", "May", "June")


def test_one_value_beside_several_actions_is_a_doubt():
    found = align(["i)", "ii)"], "May", pointing=[False, False])
    assert found.texts == ("May", "May")
    assert "each" in found.doubt


def test_the_label_of_a_lone_action_is_taken_off():
    assert align(["i)"], "i) Dec 2013", pointing=[False]).texts == ("Dec 2013",)


def test_dates_and_codes_on_one_line_are_parted():
    assert dates("Sept 2013. Sept 13") == ["Sept 2013.", "Sept 13"]
    assert dates("Sept 13 - Jan 14.") == ["Sept 13 - Jan 14."]
    assert codes("AD SGS") == ["AD", "SGS"]
    assert codes("Head of service") == ["Head of service"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Asha Verity & Bram Okonjo", ("Asha Verity", "Bram Okonjo")),
        ("Asha Verity / Bram Okonjo", ("Asha Verity", "Bram Okonjo")),
        ("Asha Verity/Bram Okonjo", ("Asha Verity", "Bram Okonjo")),
        ("Asha Verity\nBram Okonjo", ("Asha Verity", "Bram Okonjo")),
        ("Asha Verity, Bram Okonjo", ("Asha Verity", "Bram Okonjo")),
        ("Early Years and Children's Centres.", ("Early Years and Children's Centres",)),
        ("SL (SG)/SMs", ("SL (SG)/SMs",)),
        ("PP&P", ("PP&P",)),
        ("Head of Service / Team Manager", ("Head of Service", "Team Manager")),
        ("", ()),
    ],
)
def test_people_in_a_cell_are_parted_and_teams_kept_whole(cell, names):
    found = split(cell)
    assert found.names == names
    assert found.doubt is None


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("SGU SGS", ("SGU", "SGS")),
        ("Placement Service and SGS", ("Placement Service", "SGS")),
        ("Business Manager SGU", ("Business Manager", "SGU")),
        ("Ann and Ben Miles", ("Ann", "Ben Miles")),
        ("Asha Verity Bram Okonjo", ("Asha Verity", "Bram Okonjo")),
    ],
)
def test_what_is_parted_by_sense_is_a_doubt(cell, names):
    found = split(cell, known={"SGU", "SGS"})
    assert found.names == names
    assert found.doubt


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("As above (1.1)", "1.1"),
        ("See 3.0 above", "3.0"),
        ("See above – 5.0", "5.0"),
        ("See 4 (ii)", "4 (ii)"),
        ("As above", ""),
        ("See 1.0 above.\nReview the service", None),
        ("Write to heads (see 1 above)", None),
    ],
)
def test_a_pure_reference_is_told_from_a_text_with_one(text, target):
    assert references.pure(text) == target


def test_references_inside_a_text_are_found():
    assert references.inside("Write to heads (see 1 above), see 2.3") == ["1", "2.3"]


def test_dates_at_line_starts_begin_a_note():
    assert updates.at_line_starts("1/06/2012\nInvites sent\n7/06/2012 outcome awaited") == [
        {"date": "1/06/2012", "text": "Invites sent"},
        {"date": "7/06/2012", "text": "outcome awaited"},
    ]
    assert updates.at_line_starts("First draft\nMarch 2014: agreed") == [
        {"date": None, "text": "First draft"},
        {"date": "March 2014", "text": "agreed"},
    ]
    assert updates.at_line_starts("Started late") == []


def test_a_blank_line_or_a_title_parts_measures_of_both_kinds():
    parted = measures.Measures(("Panel set up",), ("Fewer waits",))
    assert measures.split("Panel set up\n\nFewer waits") == parted
    text = "Measures of progress:\nPanel set up\nMeasures of impact:\nFewer waits"
    assert measures.split(text) == parted


def test_measures_that_the_print_does_not_part_are_a_doubt():
    found = measures.split("Panel set up by June 2013.\nFewer children wait.")
    assert (found.progress, found.impact) == (
        ("Panel set up by June 2013.",),
        ("Fewer children wait.",),
    )
    assert found.doubt
    found = measures.split("Panel set up by June 2013. Fewer children wait.")
    assert found.impact == ("Fewer children wait.",)
    assert measures.split("Panel set up").doubt == "All is taken for measures of progress."


def test_a_judgement_is_a_label_with_a_grade_and_nothing_after():
    found = titles.judgements("Overall Effectiveness   Adequate\nCapacity\tfor improvement  Good")
    assert [(j["label"], j["grade"]) for j in found] == [
        ("Overall Effectiveness", "adequate"),
        ("Capacity for improvement", "good"),
    ]
    assert titles.judgements("The service is good enough.") == []


def test_headings_of_items_give_number_and_words():
    found = titles.numbered("Recommendation 3: The quality of plans")
    assert (found["number"], found["text"]) == ("3", "The quality of plans")
    assert titles.numbered("Priority 2 – Leadership")["number"] == "2"
    assert titles.numbered("Improvement plan") is None
    assert titles.leading_number("2.3.Thresholds are known") == ("2.3", "Thresholds are known")
    assert titles.leading_number("14 heads") is None
