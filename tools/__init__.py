"""The decisions: pure Python with the same result on any machine and in the browser.

No MkDocs, no page, no network, no clock. One module per tool, all with the same shape: NAME, TITLE, QUESTIONS,
decide(answers) -> Result, citations(). Groups of tools that a browser fetches apart (a folder here and one of the same
name in `macros/render/`) have `citations()` too, and are answered by `macros.render.<group>.answer`.
"""

from tools import danger, incident

#: Every tool by name.
TOOLS = {tool.NAME: tool for tool in (danger, incident)}
