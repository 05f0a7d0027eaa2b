"""What may be published of a local picture: no small number, and none that could be worked out from the rest."""

import pytest

from tests.tools.months import monthly
from tools.picture import sentences
from tools.picture.publication import public


@pytest.mark.parametrize("count, hidden", [(0, True), (1, True), (5, True), (6, False)])
def test_counts_below_six_are_hidden_and_six_is_not(count, hidden):
    found = monthly([20, 30, count, 3, 4, 40])
    assert (2 in public(found).hidden) == hidden and 0 not in public(found).hidden


def test_a_single_small_count_takes_the_next_smallest_with_it():
    found = monthly([20, 30, 3, 12, 40])
    may = public(found)
    assert may.hidden == {2, 3} and may.second == {3}


def test_small_counts_that_add_up_to_nought_take_another_with_them():
    assert public(monthly([20, 0, 0, 12, 40])).hidden == {1, 2, 3}
    assert public(monthly([20, 0, 1, 12, 40])).hidden == {1, 2}


def test_each_side_of_a_change_is_protected_by_itself():
    """Totals are given before and after, so two hidden counts on different sides protect nothing."""
    found = monthly([20, 3, 30, 14, 40, 4, 11, 50], change=4)
    assert public(found).hidden == {1, 3, 5, 6}


def test_a_count_without_its_base_is_no_protection():
    """Totals before and after leave it out, so what is hidden beside it could be worked out."""
    found = monthly(
        [20, 3, 4, 14, 40, 30], "Missing", {"Children": [99, 99, "", 99, 99, 99]}, measure="missing", of=1, change=4
    )
    assert 3 in public(found).hidden


def test_with_hidden_counts_the_average_and_the_limits_are_whole_numbers():
    found = monthly([20, 30, 3, 4, 41, 25, 33])
    may = public(found)
    assert all(line == round(line) for line in (may.mean, may.upper)) and "about 22" in sentences.limits_sentence(
        found, may
    )
    exact = monthly([20, 30, 13, 14, 41, 25, 33])
    assert public(exact).mean == exact.chart.mean


def test_one_figure_below_a_limit_is_not_told_when_it_is_hidden():
    found = monthly([30, 32] * 8 + [2, 4, 31])
    assert "lower limit" in " ".join(sentences.signal_sentences(found)) and "lower limit." not in " ".join(
        sentences.signal_sentences(found, public(found))
    )
