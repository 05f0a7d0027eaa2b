"""The decisions: pure Python with the same result on any machine and in the browser.

No MkDocs, no page, no network, no clock. One module per tool, all with the same shape: NAME, TITLE, QUESTIONS,
decide(answers) -> Result, citations().
"""

from tools import danger, incident

#: Every tool by name.
TOOLS = {tool.NAME: tool for tool in (danger, incident)}
