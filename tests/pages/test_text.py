"""Plain text from HTML."""

import re

import pytest

from macros.pages.text import plain
from macros.publish.provisions_json import provision_records


@pytest.mark.parametrize(
    "html, text",
    [
        ("<p>Call&nbsp;999 &mdash; now</p>", "Call 999 — now"),
        ("<p>One &amp; &lt;two&gt; &#39;three&#39; &#x2019;</p>", "One & <two> 'three' ’"),
        ("<p>Written as &amp;mdash;</p>", "Written as &mdash;"),
        ("<p>One</p>\n\n<p>two <!-- three --></p>", "One two"),
        ('<p>One<sup class="footnote-call"><a href="#fn1">1</a></sup> two</p>', "One two"),
    ],
)
def test_plain_text_has_no_markup_and_no_entities(html, text):
    assert plain(html) == text


def test_no_entity_is_left_in_provisions_json(build):
    texts = [record["text"] for record in provision_records(build)]
    assert texts and [text for text in texts if re.search(r"&(\w+|#\w+);", text)] == []
