"""Checks of every page in a real browser, at phone and desktop width, in light and dark colours, from one walk."""

from urllib.parse import urlsplit

from tests.support.chromium import looks


def test_every_page_was_visited_in_every_look(walk, site):
    """Both widths and both colour schemes; three looks for all pages except the entries of the directory."""
    visited = {url: [(v.width, v.colours) for v in walk if v.url == url] for url in site.pages}
    assert len(site.pages) > 60
    for url, seen in visited.items():
        assert sorted(seen) == sorted(looks(url)), url
        assert {width for width, _ in seen} == {360, 1280}, url
        assert {colours for _, colours in seen} == {"dark", "light"}, url
        assert len(seen) == 3 or "directory/" in url, url


def test_every_page_meets_wcag_2_2_aa_by_axe(walk):
    """No rule and no part of a page is excluded."""
    problems = [f"/{v.url} at {v.width} {v.colours}: {violation}" for v in walk for violation in v.violations]
    assert problems == [], f"{len(problems)} problems\n" + "\n".join(problems[:15])


def test_no_page_requests_anything_from_another_origin(walk, base):
    host = urlsplit(base).netloc
    requests = [(v.url, request) for v in walk for request in v.requests if not request.startswith("data:")]
    assert [(url, request) for url, request in requests if urlsplit(request).netloc != host] == []


def test_no_page_has_errors_or_warnings_in_the_console(walk):
    """Above all, nothing on any page violates the Content Security Policy."""
    allowed_404 = "Failed to load resource: the server responded with a status of 404"
    assert [(v.url, c) for v in walk for c in v.complaints if not (v.url == "404.html" and allowed_404 in c)] == []


def test_no_page_scrolls_sideways(walk):
    assert [(v.url, v.width, v.overflow) for v in walk if v.overflow > 0] == []


def test_ordinary_pages_load_no_python_and_no_search(walk):
    for v in walk:
        assert not any("runtime/" in r or "search_index" in r or "search.min.js" in r for r in v.requests), v.url
