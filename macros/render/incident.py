"""The incident tool's page: its questions one after another, and a result in the order in which it is acted on."""

from macros.render.html import escape
from macros.render.levels import LEVEL_MARKS, shape
from macros.render.questions import answer_html, question_html
from macros.render.result import Link, citations_html, duty_html
from tools import incident
from tools.incident.explain import contradictions, phone_script, answer_label, would_change
from tools.incident.questions import DANGER, DECIDING, KIND, KIND_GROUPS, REFINING
from tools.incident.report import next_question
from tools.model import Duty, Result

#: What a result says, in order: heading, and the acts whose duties stand under it.
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
#: An amber level is always spoken of with the police; only how soon is left open.
AMBER_DISCUSS = "Manager first, if that costs no safety. Then talk to the police, on 101 or by your agreed contact"
#: Which services of the area file stand beside a result: always, for a contact with the police, or for a route.
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
Contacts = dict[str, list[list[str]]]


def contact_words(level: str | None, contact: str | None) -> str:
    """What a police contact means at a level, in words."""
    return AMBER_DISCUSS if (level, contact) == ("amber", "discuss") else CONTACT_WORDS[contact]


def form_html() -> str:
    """All questions. Danger works by itself; the others need Python and are shown as they are needed."""
    kind = question_html(
        KIND,
        incident.NAME,
        "".join(
            f'<details class="kinds"><summary>{escape(name)}</summary>{"".join(answer_html(KIND, a, incident.NAME) for a in answers)}</details>'
            for name, answers in KIND_GROUPS.items()
        ),
    )
    later = "".join(question_html(q, incident.NAME) for q in DECIDING[2:])
    more = "".join(question_html(q, incident.NAME) for q in REFINING)
    return (
        question_html(DANGER, incident.NAME)
        + f'<div class="needs-js later">{kind}{later}</div>'
        + f'<details class="needs-js refine"><summary>Say more, for a closer answer</summary>{more}</details>'
    )


def answered(pairs: list[list[str]]) -> dict:
    """Form pairs as answers: the value of a question, or the list of values where it takes many. What is no question is left out."""
    many = {q.id: q.many for q in incident.QUESTIONS}
    answers: dict = {}
    for name, value in pairs:
        if name not in many:
            continue
        if many[name]:
            answers.setdefault(name, []).append(value)
        else:
            answers[name] = value
    return answers


def page_html(answers: dict, link: Link, contacts: Contacts, words: dict[str, list[str]], made: str = "") -> str:
    """The whole answer to a form: what to ask next, and the result so far or in full.

    `words` is what the provisions say that a judgement rests on, by citation; `made` the day, given by the page.
    """
    result = incident.decide(answers)
    ask = next_question(answers)
    settled = ask is None or result.level in ("amber", "red")
    asked = " ".join(q.id for q in DECIDING if incident.chosen(answers, q.id) or q.id == ask)
    wrong = "".join(
        f'<li>{escape(words)} <a href="#incident-{second}">Look again</a></li>'
        for _, second, words in contradictions(answers)
    )
    doubts = (
        f'<div class="doubts" role="alert"><p><strong>Two answers do not fit together.</strong></p><ul>{wrong}</ul></div>'
        if wrong
        else ""
    )
    body = settled_html(answers, result, link, contacts, words, made) if settled and result.level else waiting_html(ask)
    say = (
        f"{LEVEL_MARKS[result.level][0]}. {contact_words(result.level, result.contact)}."
        if settled and result.level
        else f"No level yet. {asked_next(ask)}"
    )
    return f'<div data-ask="{asked}" data-settled="{"yes" if settled and result.level else ""}" data-say="{escape(say)}">{doubts}{body}</div>'


def waiting_html(ask: str | None) -> str:
    """Between questions: no level is shown that a later answer could still raise."""
    return f'<div class="result result--unset" data-level=""><p class="result__level"><strong>No level yet</strong> <span>{escape(asked_next(ask))}</span></p></div>'


def asked_next(ask: str | None) -> str:
    """The next question in words, and how many there may still be."""
    question = next((q for q in DECIDING if q.id == ask), None)
    return (
        f"Next: {question.text} At most {len(DECIDING) - DECIDING.index(question)} more to answer."
        if question
        else "Say what happened."
    )


def settled_html(
    answers: dict, result: Result, link: Link, contacts: Contacts, words: dict[str, list[str]], made: str
) -> str:
    """A result in full: level, contact, warnings, duties by part, reasons, what would change it, script and answers."""
    word, meaning, _ = LEVEL_MARKS[result.level]
    call = '<p><a class="phone phone--big" href="tel:999">Call 999</a></p>' if result.contact == "999" else ""
    warnings = "".join(
        f"<li><strong>{escape(w)}</strong></li>" for w in dict.fromkeys(w for f in result.findings for w in f.warnings)
    )
    duties = list(dict.fromkeys(d for f in result.findings for d in f.duties))
    parts = "".join(part_html(title, [d for d in duties if d.act in acts], link) for title, acts in PARTS)
    reasons = "".join(
        f"<li>{escape(f.reason)}{citations_html(f.citations, link)}</li>" for f in result.findings if f.level or f.route
    )
    judgement = (
        '<p class="judgement">The protocols leave this open. Read what they say, say what tips it, and decide with '
        f"someone else.</p>{weighed_html(result, link, words)}"
        if result.level == "judgement"
        else ""
    )
    script = "".join(f"<li>{escape(line)}</li>" for line in phone_script(answers, result))
    return (
        f'<div class="result result--{result.level}" data-level="{result.level}" data-contact="{result.contact}">'
        f'<p class="result__level">{shape(result.level)} <strong>{word}</strong> <span>{meaning}</span></p>'
        f'<p class="result__contact"><strong>{contact_words(result.level, result.contact)}</strong></p>{call}{judgement}'
        + (f'<ul class="warnings">{warnings}</ul>' if warnings else "")
        + parts
        + (f"<h3>What to say on the phone</h3><ol>{script}</ol>" if script else "")
        + services_html(result, contacts)
        + f"<h3>Why</h3><ul>{reasons}</ul>"
        + change_html(answers)
        + answers_html(answers)
        + f'<p class="result__made">Made{" on " + escape(made) if made else ""} by version {incident.RULES_VERSION} of the rules. '
        "It supports your judgement and does not replace it.</p></div>"
    )


def part_html(title: str, duties: list[Duty], link: Link) -> str:
    """One part of a result with its duties in order."""
    if not duties:
        return ""
    return f'<h3>{title}</h3><ul class="duties">{"".join(duty_html(d, link) for d in duties)}</ul>'


def weighed_html(result: Result, link: Link, words: dict[str, list[str]]) -> str:
    """What the provisions say that a judgement rests on, so that they can be weighed on the spot."""
    cited = dict.fromkeys(c for f in result.findings if f.level == "judgement" for c in f.citations)
    told = "".join(
        f'<h4><a href="{escape(address)}">{escape(label)}</a></h4><div class="weighed__words">{said}</div>'
        for citation in cited
        for (label, address), said in zip(link(citation), words[citation], strict=True)
    )
    return f'<details class="weighed"><summary>What the protocols say ({told.count("<h4>")} places)</summary>{told}</details>'


def services_html(result: Result, contacts: Contacts) -> str:
    """The area's services that this result may need; blanks to fill in where nobody has confirmed a number."""
    wanted = [*SERVICES[""], *(SERVICES["police"] if result.contact not in (None, "not needed") else ())]
    for route in dict.fromkeys(f.route for f in result.findings if f.route):
        wanted += SERVICES.get(route, ())
    lines = [line(*service) for key in dict.fromkeys(wanted) for service in contacts.get(key, ())]
    return f'<h3>Who to call here</h3><ul class="services">{"".join(lines)}</ul>' if lines else ""


def line(name: str, does: str, phone: str) -> str:
    """One service: a number that can be tapped, or a blank."""
    number = (
        f'<a class="phone" href="tel:{escape(phone.replace(" ", ""))}">{escape(phone)}</a>'
        if phone
        else '<span class="blank">number not confirmed, write it here <span class="blank__line"></span></span>'
    )
    return f"<li><strong>{escape(name)}.</strong> {escape(does)} {number}</li>"


def change_html(answers: dict) -> str:
    """The single answers that would raise or lower the result."""
    rows = []
    for change in would_change(answers):
        word = LEVEL_MARKS[change["level"]][0] if change["level"] else "no level"
        asked = next(q.text for q in incident.QUESTIONS if q.id == change["question"])
        how = {"instead": "If", "also": "If also", "without": "If not"}[change["how"]]
        rows.append(
            f'<li>{how} "{escape(asked)}" were "{escape(answer_label(change["question"], change["answer"]))}": '
            f"{'up' if change['direction'] == 'raise' else 'down'} to <strong>{word}</strong>, {(contact_words(change['level'], change['police_contact']) or 'no contact').lower()}.</li>"
        )
    return (
        f'<details class="would-change"><summary>What would change it ({len(rows)})</summary><ul>{"".join(rows)}</ul></details>'
        if rows
        else ""
    )


def answers_html(answers: dict) -> str:
    """The answers given, each with a way back to its question."""
    rows = []
    for question in incident.QUESTIONS:
        given = incident.chosen(answers, question.id)
        if given:
            said = "; ".join(answer_label(question.id, value) for value in given)
            rows.append(
                f'<li>{escape(question.text)} <strong>{escape(said)}</strong> <a href="#incident-{question.id}">Change<span class="visually-hidden"> this answer</span></a></li>'
            )
    return f'<h3>Your answers</h3><ul class="your-answers">{"".join(rows)}</ul>'
