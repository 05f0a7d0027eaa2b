"""The incident tool in a real browser: by keyboard, changing one answer, saving and opening a copy, and errors."""

import json
from contextlib import contextmanager

import pytest

from tests.support.chromium import axe

PYTHON = '.tool__result[data-answered-by="python"] .result[data-level={level}]'


@pytest.fixture()
def tool(page):
    """The tool's page at phone width, with Python ready."""
    page.goto("decide/")
    choose(page, "danger", "no")
    page.locator('.tool__result[data-answered-by="python"]').wait_for(timeout=60000)
    return page


@contextmanager
def answered(page):
    """Waits, after the block has changed an answer, until Python has replaced the element of the result."""
    page.evaluate("document.querySelector('.tool__result').firstElementChild?.setAttribute('data-before', '')")
    yield
    replaced = """() => {
        const result = document.querySelector(".tool__result");
        return result.dataset.answeredBy === "python"
            && result.firstElementChild && !result.querySelector("[data-before]");
    }"""
    page.wait_for_function(replaced, timeout=60_000)


def choose(page, question: str, *values: str) -> None:
    """Chooses answers as a reader would, opening their group first, and waits for the result after each."""
    for value in values:
        box = page.locator(f'input[name="{question}"][value="{value}"]')
        group = box.locator("xpath=ancestor::details[1]")
        if group.count() and group.get_attribute("open") is None:
            group.locator("summary").click()
        if not box.is_checked():
            with answered(page):
                box.check()


def level(page) -> str:
    """The level of the result that Python has given."""
    page.wait_for_function("document.querySelector('.tool__result').dataset.answeredBy === 'python'")
    return page.locator(".tool__result .result").get_attribute("data-level")


def settle(page, **answers) -> None:
    """Answers those of the deciding questions that are visible, in order."""
    for question, value in answers.items():
        if page.locator(f'[data-question="{question}"]').is_visible():
            choose(page, question, value)


def test_a_level_needs_at_most_eight_actions_by_keyboard(page):
    """The home page's link, danger, a group, a kind, and at most four more questions."""
    actions = 0

    def reach(selector: str, press: str = "Space") -> None:
        """Moves to a control by Tab and presses a key on it."""
        nonlocal actions
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                actions += 1
                return page.keyboard.press(press)
        raise AssertionError(f"{selector} is not reached by keyboard")

    page.goto("")
    reach('a.md-button[href="decide/"]', "Enter")
    page.wait_for_url("**/decide/")
    page.locator("input[name=danger][value=yes]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    actions += 1
    page.locator('.tool__result[data-answered-by="python"] .result:not(.result--red)').wait_for(timeout=60000)
    page.locator(".kinds summary", has_text="Something broken").focus()
    page.keyboard.press("Enter")
    actions += 1
    with answered(page):
        reach('input[value="damage-small"]')
    for question in ("wish", "again", "coercion", "record"):
        undecided = not page.locator(".tool__result .result:not(.result--unset)").count()
        if page.locator(f"[data-question={question}]").is_visible() and undecided:
            with answered(page):
                reach(f"[data-question={question}] input")
    assert page.locator(".tool__result .result--green").is_visible() and actions <= 8


def test_no_level_is_shown_that_a_later_answer_could_still_raise(tool):
    choose(tool, "kind", "damage-small")
    assert level(tool) == "" and "No level yet" in tool.locator(".tool__say").inner_text()


def test_amber_is_shown_as_soon_as_it_is_certain(tool):
    choose(tool, "kind", "weapon-found")
    tool.locator(PYTHON.format(level="amber")).wait_for()
    text = tool.locator(".tool__result").inner_text()
    assert "Tell the police now" in text and "Never step in" in text and "advice, a record, or an investigation" in text


def test_one_answer_can_be_changed_without_losing_the_others(tool):
    choose(tool, "kind", "damage-small")
    settle(tool, wish="no-police", again="first", coercion="no", record="no")
    tool.locator(PYTHON.format(level="green")).wait_for()
    tool.locator(".your-answers li", has_text="person harmed want").get_by_role("link").click()
    choose(tool, "wish", "police")
    tool.locator(PYTHON.format(level="amber")).wait_for()
    assert tool.locator("input[value=damage-small]").is_checked()
    assert tool.locator("input[name=again][value=first]").is_checked()


def test_a_result_has_every_part_that_all_results_have(tool):
    choose(tool, "kind", "assault-treated")
    settle(tool, wish="no-police", again="first", coercion="no", record="no")
    tool.locator(PYTHON.format(level="judgement")).wait_for()
    text = tool.locator(".tool__result").inner_text()
    for phrase in (
        "Who to tell, and how soon",
        "Look after people",
        "record",
        "Ask the child",
        "Put it right",
        "You may report to the police at any time",
        "Who to call here",
        "Why",
        "What would change it",
        "Your answers",
        "by version",
        "The protocols leave this open",
        "not confirmed",
    ):
        assert phrase in text, phrase
    assert tool.locator(".tool__result a[href*='#a1-incidents-2']").count()


def test_a_judgement_shows_the_text_of_both_protocols(tool):
    choose(tool, "kind", "assault-treated")
    settle(tool, wish="no-police", again="first", coercion="no", record="no")
    tool.locator(".weighed summary").click()
    text = tool.locator(".weighed").inner_text()
    assert "no wish to make statements" in text and "dealt with internally" in text  # national Annex 1
    assert "should be reported to the registered manager" in text  # local 3b
    assert "The two protocols differ on a theft or assault" in text
    assert not tool.locator(".weighed__words a").count()


def test_all_parts_of_a_result_are_open_in_print(tool):
    choose(tool, "kind", "threat-believed")
    tool.locator(PYTHON.format(level="amber")).wait_for()
    assert not tool.locator(".would-change[open]").count()
    tool.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tool.locator(".would-change[open]").count()
    tool.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not tool.locator(".would-change[open]").count()


def test_answers_that_contradict_each_other_are_pointed_out(tool):
    choose(tool, "kind", "assault-minor")
    settle(tool, wish="nobody", again="first", coercion="no", record="no")
    tool.locator(".refine > summary").click()
    choose(tool, "harmed", "staff")
    tool.locator(".doubts").wait_for()
    assert "someone was harmed, and that nobody was" in tool.locator(".doubts").inner_text()


def test_a_saved_copy_can_be_opened_again(tool, tmp_path):
    choose(tool, "kind", "threat-believed")
    tool.locator(PYTHON.format(level="amber")).wait_for()
    with tool.expect_download() as download:
        tool.get_by_role("button", name="Save a copy").click()
    path = tmp_path / "copy.json"
    download.value.save_as(path)
    copy = json.loads(path.read_text())
    assert copy["answers"] == {"danger": "no", "kind": ["threat-believed"]} and copy["rules_version"] and copy["made"]
    tool.goto("decide/")
    tool.locator(".tool__open summary").click()
    tool.locator("input[type=file]").set_input_files(path)
    tool.locator(PYTHON.format(level="amber")).wait_for(timeout=60000)
    assert tool.locator("input[value=threat-believed]").is_checked()


@pytest.mark.parametrize(
    "text, expected",
    [
        ("{", "cannot be read"),
        ("[]", "not a saved copy"),
        ('{"kind": "other"}', "not a saved copy"),
        ("x" * 1_100_000, "too large"),
        ("[" * 100_000, "cannot be read"),
    ],
)
def test_an_unusable_file_gets_one_sentence_and_changes_nothing(tool, tmp_path, text, expected):
    (tmp_path / "copy.json").write_text(text)
    tool.locator(".tool__open summary").click()
    tool.locator("input[type=file]").set_input_files(tmp_path / "copy.json")
    note = tool.locator(".tool__open [role=status]", has_text="Nothing was changed")
    note.wait_for()
    assert expected in note.inner_text() and tool.locator("input[name=danger][value=no]").is_checked()


def test_a_copy_made_by_older_rules_opens_with_the_changes_and_its_markup_is_escaped(tool, tmp_path):
    copy = {
        "kind": "good-enough-for-my-child/incident",
        "rules_version": "<b>old</b>",
        "made": "<img src=x onerror=alert(1)>",
        "answers": {"danger": "no", "kind": ["threat-believed"], "wish": "gone"},
        "result": {"level": "green", "police_contact": "not needed", "duties": ["<i>Gone.</i>"]},
    }
    (tmp_path / "copy.json").write_text(json.dumps(copy))
    tool.locator(".tool__open summary").click()
    tool.locator("input[type=file]").set_input_files(tmp_path / "copy.json")
    note = tool.locator(".tool__open [role=status]", has_text="rules have changed")
    note.wait_for()
    text = note.inner_text()
    assert "was green and is now amber" in text and "answer them again" in text
    assert "<b>old</b>" in text and "<i>Gone.</i>" in text
    assert tool.locator(".tool__open img").count() == 0


def test_print_has_only_the_result_with_its_date(tool):
    choose(tool, "kind", "threat-believed")
    tool.locator(PYTHON.format(level="amber")).wait_for()
    tool.emulate_media(media="print")
    assert tool.locator(".result__made").is_visible() and "Made on" in tool.locator(".result__made").inner_text()
    assert not tool.locator(".tool__form").is_visible()
    assert not tool.locator(".tool__controls").is_visible()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("kind", [(), ("damage-small",), ("weapon-hand",), ("threat-believed",), ("assault-treated",)])
def test_axe_finds_no_violation_in_any_state_of_the_tool(tool, kind, colours):
    tool.emulate_media(color_scheme=colours)
    set_scheme = "dark => document.documentElement.dataset.mdColorScheme = dark ? 'slate' : 'default'"
    tool.evaluate(set_scheme, colours == "dark")
    choose(tool, "kind", *kind)
    settle(tool, wish="no-police", again="first", coercion="no", record="no")
    summaries = ".refine > summary:visible, .would-change > summary:visible, .weighed > summary:visible"
    for summary in tool.locator(summaries).all():
        summary.click()
    assert axe(tool) == []
    assert tool.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_no_answer_is_in_storage_or_in_the_url(tool):
    choose(tool, "kind", "threat-believed")
    tool.locator(PYTHON.format(level="amber")).wait_for()
    stored = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"
    assert "threat" not in tool.evaluate(stored)


def test_python_in_the_browser_agrees_with_cpython(tool):
    """Compares a digest of the results of all enumerated combinations, computed in the page's own runtime."""
    from macros.files import ROOT
    from tests.tools import combinations

    source = (ROOT / "tests" / "tools" / "combinations.py").read_text(encoding="utf-8")
    run_combinations = """async (source) => {
        const {startRuntime} = await import(new URL("../assets/python/runtime.js", location));
        const python = await startRuntime();
        python.FS.writeFile("/home/pyodide/combinations.py", source);
        python.runPython("import sys; sys.path.insert(0, '/home/pyodide')");
        return python.runPython(`import combinations; combinations.digest()`);
    }"""
    assert tool.evaluate(run_combinations, source) == combinations.digest()


def test_every_situation_has_the_same_level_in_the_browser(tool):
    from tests.tools.named_situations import SITUATIONS

    decide_all = """async (all) => {
        const worker = new Worker(new URL("../assets/python/worker.js", location), {type: "module"});
        const out = [];
        for (const [id, answers] of all.entries()) {
            const pairs = Object.entries(answers).flatMap(([q, v]) => [v].flat().map(x => [q, x]));
            out.push(await new Promise(done => {
                worker.onmessage = ({data}) => data.html !== undefined && done(data.html);
                worker.postMessage({
                    id, tool: "incident:save", form: JSON.stringify(pairs), root: new URL("../", location).href}); }));
        }
        return out.map(text => { const r = JSON.parse(text).result; return [r.level, r.police_contact]; });
    }"""
    results = tool.evaluate(decide_all, [s["answers"] for s in SITUATIONS])
    assert results == [[s["level"], s["contact"]] for s in SITUATIONS]
