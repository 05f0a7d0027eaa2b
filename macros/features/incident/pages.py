"""The macros of the incident tool: its form, the danger question, and its rules as tables."""

from functools import partial

from macros.content.citations import citation_links
from macros.content.errors import did_you_mean
from macros.features.incident.rules_map import rules_map
from macros.pages.build import Build, Macro
from macros.pages.html import Block
from macros.render import incident
from macros.render.questions import question_html, tool_html
from tools import TOOLS


def tool(build: Build, name: str) -> Block:
    """A decision tool: its questions, and the written result of every answer about danger."""
    if name not in TOOLS:
        raise LookupError(f"no tool '{name}'.{did_you_mean(name, TOOLS)}")
    questions = incident.form_html() if name == "incident" else question_html(TOOLS[name].QUESTIONS[0], name)
    return Block(tool_html(TOOLS[name], questions, partial(citation_links, build.model)))


def incident_map(build: Build) -> Block:
    """The incident tool's questions and rules as tables, for readers who do not code, from the data the tool uses."""
    return rules_map(partial(citation_links, build.model))


MACROS: dict[str, Macro] = {"tool": tool, "incident_map": incident_map}
