"""Handbooks, posters and cards as tagged PDF: `python -m macros handbooks`."""
