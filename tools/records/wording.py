"""Words that judge a child, and plain ones to offer instead.

A record is read for years, also by the child. Sources: national 2.2 (what professionals call things shapes what they
do), Annex 1 (prevention: records are factual and do not label); local 4a (accurate recording); practice elsewhere,
where inspectors and young people ask for language that says what was seen. The record itself is never changed.
"""

from tools.forms.model import Advice, Answers, Form, fields, rows_of, text_of

#: (judging words in lower case without punctuation, what to write instead)
JUDGING_WORDS = (
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
LONGEST = max(len(judging.split()) for judging, _ in JUDGING_WORDS)


def unquoted_words(text: str) -> list[str]:
    """A text's words in lower case, without punctuation and without quotations, which must stay as they were spoken."""
    plain, quoted = [], False
    for char in text:
        if char in '"\u201c\u201d':
            quoted = not quoted if char == '"' else char == "\u201c"
            plain.append(" ")
        else:
            plain.append(" " if quoted or not (char.isalnum() or char == "'") else char.lower())
    return [word for part in "".join(plain).split() if (word := part.strip("'"))]


def find_judging_words(text: str) -> list[tuple[str, str]]:
    """The judging words in a text, each with what to write instead, in order and without repeats.

    >>> find_judging_words("He kicked off. Staff said “he is violent”.")
    [('kicked off', 'what happened, in order')]
    """
    words, results, at = unquoted_words(text), [], 0
    known = dict(JUDGING_WORDS)
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            singulars = (phrase, phrase.removesuffix("'s"), phrase.removesuffix("s"))
            phrase = next((singular for singular in singulars if singular in known), "")
            if phrase:
                results.append((phrase, known[phrase]))
                at += length - 1
                break
        at += 1
    return list(dict.fromkeys(results))


def free_texts(form: Form, answers: Answers) -> list[str]:
    """All text that the reader typed freely: lines, longer texts, and lines in tables."""
    texts = []
    for field in fields(form):
        if field.kind == "table":
            columns = [column.id for column in field.columns if column.kind == "line"]
            texts += [row.get(column, "") for row in rows_of(answers, field.id) for column in columns]
        elif field.kind in ("line", "lines"):
            texts.append(text_of(answers, field.id))
    return texts


def plainer_wording(form: Form, answers: Answers) -> list[Advice]:
    """Advice that offers plainer wording for each judging word anywhere in a record."""
    return [
        Advice("words", f'You wrote "{word}". You could write: {plain}.')
        for word, plain in find_judging_words(" \n ".join(free_texts(form, answers)))
    ]
