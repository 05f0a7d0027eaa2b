"""The handbooks, posters and cards as PDF, from the same words and rules as the site.

    python -m macros.handbooks            builds the site's pages, then dist/handbooks/

What each holds is data (`docs/take-it-with-you/handbooks.yml`). Pages are taken as the site shows them; records, cards, covers and
indexes come from pure functions; WeasyPrint lays them out as tagged PDF. All are made, or none: a missing font, picture or key of
the area file, or a provision without a printed place, stops the making and leaves what was there.
"""
