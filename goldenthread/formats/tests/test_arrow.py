"""Rows become columns of the types of the data model, whatever the reader left out."""

from datetime import date

import pytest

from goldenthread.formats.arrow import columns_of
from goldenthread.formats.reading import Keys, Rows


def test_columns_that_a_format_does_not_carry_are_empty():
    rows = Rows("referrals", ("referral", "child", "referral_date"))
    rows.add(("r1", "ann", date(2025, 3, 31)))
    rows.add(("r2", "bob", None), ["referral_date"])
    made = columns_of(rows).to_pydict()
    assert made["referral_date"] == [date(2025, 3, 31), None]
    assert made["unreadable"] == [None, "referral_date"]
    assert made["closed_on"] == [None, None]


def test_a_table_without_rows_has_its_columns():
    assert columns_of(Rows("contacts", ("contact", "child"))).num_rows == 0


def test_a_column_that_the_model_does_not_have_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        columns_of(Rows("contacts", ("shoe_size",)))


def test_a_worker_has_one_hash_in_any_case():
    keys = Keys(b"secret", "999")
    assert keys.worker("A Name") == keys.worker("a name") != keys.child("A Name")
    assert set(keys.numbers.values()) == {"A Name"}
