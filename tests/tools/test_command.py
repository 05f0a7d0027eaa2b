"""The command line: a result as data, the questions, and a sentence for anything that cannot be used."""

import json
import subprocess
import sys

import jsonschema

from tools.incident import TABLE
from tools.incident.report import SCHEMA


def run(*arguments, given=""):
    return subprocess.run([sys.executable, "-m", "tools", *arguments], input=given, capture_output=True, text=True)


def incident(**answers):
    return json.dumps({"danger": ["none"], "age": "13-15", "stage": "none", **answers})


def refused(given, *phrases):
    done = run("incident", "-", given=given)
    assert done.returncode == 2 and "Traceback" not in done.stderr and done.stdout == ""
    assert all(phrase in done.stderr for phrase in phrases), done.stderr


def test_an_incident_in_a_file_gives_a_result_that_fits_the_schema(tmp_path):
    path = tmp_path / "incident.json"
    path.write_text(incident(events=[{"situation": "weapon", "what": "firearm"}]))
    done = run("incident", str(path))
    found = json.loads(done.stdout)
    jsonschema.validate(found, SCHEMA)
    assert done.returncode == 0 and (found["level"], found["contact"]) == ("red", "999")


def test_an_incident_on_standard_input():
    assert json.loads(run("incident", "-", given='{"danger": ["blows"]}').stdout)["level"] == "red"


def test_a_file_of_the_first_edition_says_what_to_answer_again():
    done = run("incident", "-", given='{"danger": "no", "kind": ["weapon-found"], "police": "no"}')
    assert done.returncode == 0 and json.loads(done.stdout)["provisional"]
    assert "first edition" in done.stderr and "age" in done.stderr and "weapon-place" in done.stderr


def test_the_questions_the_schema_and_the_table_are_listed():
    said = run("incident", "--questions").stdout
    assert all(f"  {id}: " in said for id in TABLE["questions"] if id not in ("situation", "what"))
    assert all(f"  {row} " in said for row in TABLE["rows"]) and "[counts as could-hurt]" in said
    assert json.loads(run("incident", "--schema").stdout) == SCHEMA
    assert json.loads(run("incident", "--table").stdout)["version"] == TABLE["version"]


def test_a_wrong_question_or_answer_gets_the_nearest_one():
    refused('{"dangr": ["none"]}', "'dangr' is not a question", "Did you mean 'danger'?")
    refused(
        incident(events=[{"what": "weapon-fond"}]), "'weapon-fond' is not an answer", "Did you mean 'weapon-found'?"
    )


def test_what_is_not_json_or_not_there_gets_a_sentence():
    refused("{", "is not JSON")
    refused("[1]", "JSON object")
    assert (done := run("incident", "no-such-file")).returncode == 2 and "cannot be read" in done.stderr
    assert run("other").returncode == 2


def test_two_answers_where_one_fits():
    refused(incident(age=["under-10", "10-12"]), "takes one answer")
