"""A macro returns a block or inline HTML; plain text is refused."""

import pytest

from macros.pages.html import Block, Inline
from macros.registry import MACROS


def test_a_block_is_held_back_from_markdown_and_restored(build):
    block = Block("<section>1 &lt; 2</section>")
    placeholder = build.hold_block(block)
    assert "section" not in placeholder
    assert build.restore_blocks(f"a {placeholder} b") == f"a {block} b"


def test_inline_html_stays_in_its_line(build):
    assert build.hold_block(Inline("<b>a</b>")) == "<b>a</b>"


@pytest.mark.parametrize("text", ["<p>plain text that looks like a block</p>", "plain text"])
def test_a_macro_that_returns_plain_text_is_refused(build, text):
    with pytest.raises(TypeError, match="not a Block or an Inline"):
        build.hold_block(text)


def test_every_macro_is_annotated_with_what_it_returns(build):
    returned = {name: getattr(macro, "func", macro).__annotations__.get("return") for name, macro in MACROS.items()}
    assert {name: kind for name, kind in returned.items() if kind not in (Block, Inline, Block | Inline)} == {}


def test_markdown_of_a_line_is_one_paragraph(build):
    assert build.render_inline("Say **no**.") == "Say <strong>no</strong>."
    with pytest.raises(LookupError, match="can only be one paragraph"):
        build.render_inline("One.\n\nTwo.")
