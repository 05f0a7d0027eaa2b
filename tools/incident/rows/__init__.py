"""Rows that several situations list, and those of a situation that has too many for one module."""
