"""Words that judge a child, and plain ones to use instead.

A record is read for years, by the child too. Sources: national 2.2 (what professionals call things shapes what they do), Annex 1
(prevention: records are factual and do not label); local 4a (accurate recording); practice elsewhere, where inspectors and
young people ask for language that says what was seen. It offers; it changes nothing.
"""

from tools.forms.model import Advice, Form, fields

#: (words that judge, what to write instead)
WORDS = (
    ("absconded", "left without permission, or: was not where they should be"),
    ("absconder", "a child who goes missing"),
    ("abusive", "what was said or done, in its own words"),
    ("aggressive", "what you saw: shouted, threw, pushed"),
    ("attacked", "what you saw: hit, kicked, pushed"),
    ("attention seeking", "looking for comfort or contact"),
    ("challenging behaviour", "what the child did"),
    ("criminal", "a child who is said to have done something"),
    ("defiant", "said no, or did not do as asked"),
    ("gang member", "what is known about whom the child spends time with"),
    ("kicked off", "what happened, in order"),
    ("kids", "children, or young people"),
    ("known to police", "what is recorded, and whether as suspected, harmed or a witness"),
    ("lac", "child in care"),
    ("manipulative", "what the child asked for or did, and what you think they needed"),
    ("non compliant", "did not do as asked"),
    ("offender", "the child, or: the person said to have caused harm"),
    ("out of control", "what you saw: what was broken, who was near, what was shouted"),
    ("perpetrator", "the person said to have caused harm"),
    ("promiscuous", "facts only; ask whether the child is being harmed or used"),
    ("prostitution", "sexual exploitation of a child"),
    ("putting themselves at risk", "is being put at risk by others"),
    ("refused to engage", "was not ready to talk"),
    ("streetwise", "what the child knows or has been through"),
    ("threatening", "the words that were said"),
    ("trashed", "what was damaged"),
    ("violent", "what was done: hit, kicked, pushed"),
    ("youth offender", "child, or young person"),
)
LONGEST = max(len(judging.split()) for judging, _ in WORDS)


def spoken(text: str) -> list[str]:
    """A text's words in small letters, without signs. Words in quotation marks are left out: what somebody said stays as said."""
    plain, quoted = [], False
    for sign in text:
        if sign in '"\u201c\u201d':
            quoted = not quoted if sign == '"' else sign == "\u201c"
            plain.append(" ")
        else:
            plain.append(" " if quoted or not (sign.isalnum() or sign == "'") else sign.lower())
    return [word for part in "".join(plain).split() if (word := part.strip("'"))]


def judging(text: str) -> list[tuple[str, str]]:
    """The words in a text that judge, with what to write instead, in the order in which they stand."""
    words, found, at = spoken(text), [], 0
    known = dict(WORDS)
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            said = " ".join(words[at : at + length])
            phrase = next(
                (form for form in (said, said.removesuffix("'s"), said.removesuffix("s")) if form in known), None
            )
            if phrase:
                found.append((phrase, known[phrase]))
                at += length - 1
                break
        at += 1
    return list(dict.fromkeys(found))


def typed(form: Form, answers: dict) -> list[str]:
    """Everything that was written in words: lines, longer texts, and those in tables."""
    found = []
    for field in fields(form):
        value = answers.get(field.id) or ""
        if field.kind == "table":
            found += [
                str(row.get(column.id) or "")
                for row in value or ()
                for column in field.columns
                if column.kind == "line"
            ]
        elif field.kind in ("line", "lines"):
            found.append(str(value))
    return found


def other_words(form: Form, answers: dict) -> list[Advice]:
    """An offer of plainer words for each that judges, anywhere in a record."""
    return [
        Advice("words", f'You wrote "{word}". You could write: {plain}.')
        for word, plain in judging(" \n ".join(typed(form, answers)))
    ]
