"""Makes HTML from questions, results and levels, for the built page and for the reader's browser alike.

Runs in both, so it uses the standard library alone, and of that only what starts quickly in a browser.
"""
