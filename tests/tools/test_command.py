"""The command line: a result as data, the questions, and a sentence for anything that cannot be used."""

import json
import subprocess
import sys

import jsonschema

from tools.first_edition import QUESTIONS
from tools.first_edition.report import SCHEMA


def run(*arguments, given=""):
    return subprocess.run([sys.executable, "-m", "tools", *arguments], input=given, capture_output=True, text=True)


def test_answers_in_a_file_give_a_result_that_fits_the_schema(tmp_path):
    path = tmp_path / "answers.json"
    path.write_text('{"danger": "no", "kind": ["weapon-found"]}')
    done = run("incident", str(path))
    found = json.loads(done.stdout)
    jsonschema.validate(found, SCHEMA)
    assert (
        done.returncode == 0
        and (found["level"], found["police_contact"]) == ("amber", "tell now")
        and "weapon" in found["routes"]
    )


def test_answers_on_standard_input(tmp_path):
    assert json.loads(run("incident", "-", given='{"danger": "yes"}').stdout)["level"] == "red"


def test_the_questions_and_the_schema_are_listed():
    said = run("incident", "--questions").stdout
    assert all(f"{q.id}: " in said for q in QUESTIONS) and "weapon-firearm" in said
    assert json.loads(run("incident", "--schema").stdout) == SCHEMA


def test_a_wrong_question_gets_the_nearest_one():
    done = run("incident", "-", given='{"dangr": "no"}')
    assert (
        done.returncode == 2 and "'dangr' is not a question" in done.stderr and "Did you mean 'danger'?" in done.stderr
    )


def test_a_wrong_answer_gets_the_nearest_one():
    done = run("incident", "-", given='{"kind": ["weapon-fond"]}')
    assert (
        done.returncode == 2
        and "kind: 'weapon-fond' is not an answer" in done.stderr
        and "Did you mean 'weapon-found'?" in done.stderr
    )


def test_what_is_not_json_or_not_there_gets_a_sentence():
    assert (done := run("incident", "-", given="{")).returncode == 2 and "is not JSON" in done.stderr
    assert (done := run("incident", "no-such-file")).returncode == 2 and "cannot be read" in done.stderr
    assert (done := run("incident", "-", given="[1]")).returncode == 2 and "JSON object" in done.stderr
    assert run("other").returncode == 2


def test_two_answers_where_one_fits():
    assert (
        done := run("incident", "-", given='{"danger": ["yes", "no"]}')
    ).returncode == 2 and "only one answer fits" in done.stderr
