"""What cannot be decided gets one sentence that names the nearest valid thing."""

import pytest

from tools.incident.check import check

THROAT = {"situation": "hurt", "what": "throat"}


@pytest.mark.parametrize(
    ("incident", "sentence"),
    [
        ({"dangr": ["none"]}, "the incident: 'dangr' is not a question. Did you mean 'danger'?"),
        ({"danger": ["blow"]}, "the incident: 'blow' is not an answer to 'danger'. Did you mean 'blows'?"),
        ({"events": [{"what": "throt"}]}, "event 1: 'throt' is not an answer to 'what'. Did you mean 'throat'?"),
        ({"harm": "mark"}, "the incident: 'harm' belongs to one of its events. Move it there."),
        ({"events": [{**THROAT, "age": "10-12"}]}, "event 1: 'age' belongs to the incident as a whole. Move it there."),
        ({"age": ["10-12", "13-15"]}, "the incident: 'age' takes one answer, as text."),
        ({"events": [{**THROAT, "still": 3}]}, "event 1: 'still' takes a list of answers."),
        ({"events": [THROAT] * 5}, "events: 5 are too many. Use at most 4, the most serious ones."),
        ({"events": THROAT}, "events: write a list with one object for each event."),
    ],
)
def test_a_sentence_for_people(incident, sentence):
    with pytest.raises(ValueError) as error:
        check(incident)
    assert str(error.value) == sentence


def test_a_row_of_another_situation():
    with pytest.raises(ValueError, match="'throat' is not part of 'weapon'"):
        check({"events": [{"situation": "weapon", "what": "throat"}]})


def test_what_is_complete_or_empty_passes():
    check({})
    check({"danger": ["none"], "age": None, "events": [THROAT]})
