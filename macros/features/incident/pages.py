"""The incident tool and the danger question on pages, and the rules as tables."""

from functools import partial

from macros.content.citations import citation_links
from macros.content.errors import did_you_mean
from macros.features.incident.rules_map import map_html
from macros.pages.build import Build, Macro
from macros.render import incident
from macros.render.questions import question_html, tool_html
from tools import TOOLS


def tool(build: Build, name: str) -> str:
    """A decision tool: its questions, and the written result of every answer about danger."""
    if name not in TOOLS:
        raise LookupError(f"no tool '{name}'.{did_you_mean(name, TOOLS)}")
    questions = incident.form_html() if name == "incident" else question_html(TOOLS[name].QUESTIONS[0], name)
    return tool_html(TOOLS[name], questions, partial(citation_links, build.model))


def incident_map(build: Build) -> str:
    """The incident tool's questions and rules as tables, for people who do not code, from the data the tool runs on."""
    return map_html(partial(citation_links, build.model))


MACROS: dict[str, Macro] = {"tool": tool, "incident_map": incident_map}
