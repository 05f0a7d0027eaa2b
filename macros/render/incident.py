"""The incident tool's page: its questions one after another, and a result in the order in which it is acted on."""

import json

from macros.render import saved_copy
from macros.render.html import Child, Html, join, tag
from macros.render.levels import LEVEL_MARKS
from macros.render.phones import phone_link
from macros.render.questions import answer_html, question_html
from macros.render.request import Contacts, Lookups, Pairs, Request, value_of
from macros.render.result import Link, citations_html, duty_html, level_html, no_level_html
from macros.render.saved_copy import Answers
from tools import first_edition as incident
from tools.first_edition.explain import answer_label, contradictions, phone_script, would_change
from tools.first_edition.questions import DANGER, DECIDING, KIND, KIND_GROUPS, QUESTIONS, REFINING
from tools.first_edition.report import next_question
from tools.model import Duty, Result

#: The parts of a result in order: heading, and the acts of the duties in it.
PARTS = (
    ("Do now", ("call", "keep apart", "step in", "search")),
    ("Who to tell, and how soon", ("tell",)),
    ("Look after people", ("support",)),
    ("Keep safe, and record", ("store", "dispose", "view image", "record")),
    ("Ask the child", ("ask child",)),
    ("Put it right", ("repair",)),
    ("What to know, and when to look again", ("review", "read")),
)
CONTACT_WORDS = {
    "999": "Call 999 now",
    "tell now": "Tell the police now, on 101 or by your agreed contact",
    "discuss": "Talk it through with your manager. Then talk to the police, if they are needed",
    "not needed": "Nothing here needs the police",
    None: "",
}
#: An amber level is always discussed with the police; only how soon is left open.
AMBER_DISCUSS = "Manager first, if that costs no safety. Then talk to the police, on 101 or by your agreed contact"
#: Which services of the area file a result lists: always, for a contact with the police, or for a route.
SERVICES = {
    "": ("on_call", "out_of_hours", "advocacy"),
    "police": ("control_room", "champion"),
    "weapon": ("prevention",),
    "drugs": ("drug_and_alcohol",),
    "sexual behaviour and images": ("panels", "sexual_exploitation_coordinator"),
    "exploitation": ("trafficking_guardians", "prevention"),
    "missing": ("missing",),
    "unaccompanied child": ("trafficking_guardians",),
}


def answer(request: Request, lookups: Lookups) -> str:
    """The answer to a request: `decide` gives the result as HTML, `save` a file's text, `open` what a file holds."""
    if request.action == "open":
        return json.dumps(saved_copy.opened(request.data))
    answers, day = answers_of(request.data), value_of("made", request.data)
    if request.action == "save":
        return saved_copy.saved(answers, day)
    if request.action != "decide":
        raise ValueError(f"the incident tool has no action '{request.action}'")
    return page_html(answers, lookups, day)


def contact_words(level: str | None, contact: str | None) -> str:
    """What a police contact means at a level, as text."""
    return AMBER_DISCUSS if (level, contact) == ("amber", "discuss") else CONTACT_WORDS[contact]


def form_html() -> Html:
    """All questions. Danger works without Python; the others need it and are shown as they are needed."""
    kinds = [
        tag(
            "details",
            tag("summary", name),
            [answer_html(KIND, answer, incident.NAME) for answer in answers],
            class_="kinds",
        )
        for name, answers in KIND_GROUPS.items()
    ]
    return join(
        question_html(DANGER, incident.NAME),
        tag(
            "div",
            question_html(KIND, incident.NAME, kinds),
            [question_html(question, incident.NAME) for question in DECIDING[2:]],
            class_="needs-js later",
        ),
        tag(
            "details",
            tag("summary", "Say more, for a closer answer"),
            [question_html(question, incident.NAME) for question in REFINING],
            class_="needs-js refine",
        ),
    )


def answers_of(pairs: Pairs) -> Answers:
    """Form pairs as answers: the value of a question, or the list of values where it takes many.

    Pairs that belong to no question are left out.
    """
    many = {question.id: question.many for question in QUESTIONS}
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        if name in many:
            values.setdefault(name, []).append(value)
    return {name: given if many[name] else given[-1] for name, given in values.items()}


def page_html(answers: Answers, lookups: Lookups, day: str = "") -> Html:
    """The whole answer to a form: which question comes next, and the result so far or in full.

    `day` is the page's, because nothing here reads a clock.
    """
    result = incident.decide(answers)
    question = next_question(answers)
    level = result.level if question is None or result.level in ("amber", "red") else None
    shown = [q.id for q in DECIDING if incident.chosen(answers, q.id) or q.id == question]
    if level:
        body = settled_html(answers, result, level, lookups, day)
        summary = f"{LEVEL_MARKS[level][0]}. {contact_words(level, result.contact)}."
    else:
        body, summary = waiting_html(question), f"No level yet. {question_text(question)}"
    return tag(
        "div",
        doubts_html(answers),
        body,
        data_ask=" ".join(shown),
        data_settled="yes" if level else "",
        data_say=summary,
    )


def doubts_html(answers: Answers) -> Child:
    """Answers that do not fit together, each with a way back to its question."""
    doubts = contradictions(answers)
    if not doubts:
        return None
    rows = [tag("li", text, " ", tag("a", "Look again", href=f"#incident-{id}")) for _, id, text in doubts]
    heading = tag("p", tag("strong", "Two answers do not fit together."))
    return tag("div", heading, tag("ul", rows), class_="doubts", role="alert")


def waiting_html(question: str | None) -> Html:
    """Between questions: no level is shown that a later answer could still raise."""
    return tag("div", no_level_html(question_text(question)), class_="result result--unset", data_level="")


def question_text(id: str | None) -> str:
    """The next question's text, and how many there may still be."""
    question = next((q for q in DECIDING if q.id == id), None)
    if not question:
        return "Say what happened."
    return f"Next: {question.text} At most {len(DECIDING) - DECIDING.index(question)} more to answer."


def settled_html(answers: Answers, result: Result, level: str, lookups: Lookups, day: str) -> Html:
    """A result in full: level, contact, warnings, duties by part, reasons, what would change it, script and answers."""
    duties = list(dict.fromkeys(duty for finding in result.findings for duty in finding.duties))
    return tag(
        "div",
        level_html(level),
        tag("p", tag("strong", contact_words(level, result.contact)), class_="result__contact"),
        tag("p", phone_link("999", "Call 999", big=True)) if result.contact == "999" else None,
        judgement_html(result, lookups) if level == "judgement" else None,
        warnings_html(result),
        [part_html(title, [d for d in duties if d.act in acts], lookups.link) for title, acts in PARTS],
        script_html(answers, result),
        services_html(result, lookups.contacts),
        tag("h3", "Why"),
        tag("ul", reasons_html(result, lookups.link)),
        change_html(answers),
        answers_html(answers),
        tag(
            "p",
            f"Made{f' on {day}' if day else ''} by version {incident.RULES_VERSION} of the rules. "
            "It supports your judgement and does not replace it.",
            class_="result__made",
        ),
        class_=f"result result--{level}",
        data_level=level,
        data_contact=str(result.contact),
    )


def judgement_html(result: Result, lookups: Lookups) -> Html:
    """What to do with a result that the protocols leave open."""
    return join(
        tag(
            "p",
            "The protocols leave this open. Read what they say, say what tips it, and decide with someone else.",
            class_="judgement",
        ),
        provisions_html(result, lookups),
    )


def warnings_html(result: Result) -> Child:
    """What must be known before anything else is done."""
    warnings = dict.fromkeys(text for finding in result.findings for text in finding.warnings)
    return tag("ul", [tag("li", tag("strong", text)) for text in warnings], class_="warnings") if warnings else None


def part_html(title: str, duties: list[Duty], link: Link) -> Child:
    """One part of a result with its duties in order."""
    if not duties:
        return None
    return [tag("h3", title), tag("ul", [duty_html(duty, link) for duty in duties], class_="duties")]


def reasons_html(result: Result, link: Link) -> list[Html]:
    """The reasons of the findings that decided something."""
    return [
        tag("li", finding.reason, citations_html(finding.citations, link))
        for finding in result.findings
        if finding.level or finding.route
    ]


def script_html(answers: Answers, result: Result) -> Child:
    """What to say on the phone."""
    lines = phone_script(answers, result)
    return [tag("h3", "What to say on the phone"), tag("ol", [tag("li", line) for line in lines])] if lines else None


def provisions_html(result: Result, lookups: Lookups) -> Html:
    """The text of the provisions that a judgement is based on, so that they can be weighed on the spot."""
    citations = dict.fromkeys(c for f in result.findings if f.level == "judgement" for c in f.citations)
    places = [
        [tag("h4", tag("a", label, href=url)), tag("div", text, class_="weighed__words")]
        for citation in citations
        for (label, url), text in zip(lookups.link(citation), lookups.provisions[citation], strict=True)
    ]
    summary = tag("summary", f"What the protocols say ({len(places)} places)")
    return tag("details", summary, places, class_="weighed")


def services_html(result: Result, contacts: Contacts) -> Child:
    """The area's services that this result may need; blanks to fill in where nobody has confirmed a number."""
    keys = [*SERVICES[""], *(SERVICES["police"] if result.contact not in (None, "not needed") else ())]
    for route in dict.fromkeys(finding.route for finding in result.findings if finding.route):
        keys += SERVICES.get(route, ())
    rows = [service_html(*service) for key in dict.fromkeys(keys) for service in contacts.get(key, ())]
    return [tag("h3", "Who to call here"), tag("ul", rows, class_="services")] if rows else None


def service_html(name: str, purpose: str, phone: str) -> Html:
    """One service: a number that can be tapped, or a blank."""
    blank = tag("span", "number not confirmed, write it here ", tag("span", class_="blank__line"), class_="blank")
    return tag("li", tag("strong", f"{name}."), f" {purpose} ", phone_link(phone) if phone else blank)


def change_html(answers: Answers) -> Child:
    """The single answers that would raise or lower the result."""
    rows = []
    for change in would_change(answers):
        level = LEVEL_MARKS[change["level"]][0] if change["level"] else "no level"
        contact = contact_words(change["level"], change["police_contact"]) or "no contact"
        question = next(q.text for q in QUESTIONS if q.id == change["question"])
        condition = {"instead": "If", "also": "If also", "without": "If not"}[change["how"]]
        rows.append(
            tag(
                "li",
                f'{condition} "{question}" were "{answer_label(change["question"], change["answer"])}": ',
                f"{'up' if change['direction'] == 'raise' else 'down'} to ",
                tag("strong", level),
                f", {contact.lower()}.",
            )
        )
    if not rows:
        return None
    summary = tag("summary", f"What would change it ({len(rows)})")
    return tag("details", summary, tag("ul", rows), class_="would-change")


def answers_html(answers: Answers) -> list[Html]:
    """The answers given, each with a way back to its question."""
    rows = []
    for question in QUESTIONS:
        values = incident.chosen(answers, question.id)
        if values:
            text = "; ".join(answer_label(question.id, value) for value in values)
            hidden = tag("span", " this answer", class_="visually-hidden")
            change = tag("a", "Change", hidden, href=f"#incident-{question.id}")
            rows.append(tag("li", question.text, " ", tag("strong", text), " ", change))
    return [tag("h3", "Your answers"), tag("ul", rows, class_="your-answers")]
