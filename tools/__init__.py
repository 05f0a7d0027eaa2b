"""The decisions: pure Python that gives the same result on any machine and in the browser.

No MkDocs, no HTML, no network, no clock. `danger` and `first_edition` (the incident tool on the site today) are tools
with NAME, TITLE, QUESTIONS, decide(answers) -> Result and citations(). `incident` is the second edition of the incident
rules, which replaces it. `dates`, `records` and `picture` are groups with citations() that a browser fetches only
where they are used; `macros.render.<group>` answers for the group of the same name. `forms` is what `dates` and
`records` are made of.
"""

from tools import danger, first_edition

#: Every tool by name.
TOOLS = {tool.NAME: tool for tool in (danger, first_edition)}
