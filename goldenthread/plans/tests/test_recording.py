"""Recording a plan: ids, texts, who, by when, tests, claims."""

from goldenthread.plans.tests.factories import recorded


def test_a_plan_is_recorded_with_its_ids(cast):
    row = recorded(cast)
    assert row.public_id == "P1"
    assert list(row.items.values_list("public_id", "number")) == [
        ("P1-I1", "1"),
        ("P1-I2", "2"),
        ("P1-I3", "3"),
    ]
    assert row.actions.count() == 4
    again = recorded(cast, replaces=row)
    assert again == row
