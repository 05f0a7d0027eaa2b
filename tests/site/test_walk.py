"""Every page in a real browser, on a phone and on a desk, light and dark: one walk, many questions."""

from urllib.parse import urlsplit

from tests.support.chromium import looks


def test_every_page_was_visited_in_every_look(walk, site):
    """At both widths and in both colours; all but the directory's entries in three looks."""
    seen = {url: [(v.width, v.colours) for v in walk if v.url == url] for url in site.pages}
    assert len(site.pages) > 60 and all(sorted(found) == sorted(looks(url)) for url, found in seen.items())
    assert all({w for w, _ in found} == {360, 1280} and {c for _, c in found} == {"dark", "light"} for found in seen.values())
    assert all(len(found) == 3 for url, found in seen.items() if "directory/" not in url)


def test_every_page_meets_wcag_2_2_aa_by_axe(walk):
    """No rule and no part of a page is left out."""
    problems = [f"/{v.url} at {v.width} {v.colours}: {violation}" for v in walk for violation in v.violations]
    assert problems == [], f"{len(problems)} problems\n" + "\n".join(problems[:15])


def test_no_page_asks_another_origin_for_anything(walk, base):
    home = urlsplit(base)
    assert [(v.url, r) for v in walk for r in v.requests if urlsplit(r).netloc != home.netloc and not r.startswith("data:")] == []


def test_no_page_complains_in_the_console(walk):
    """Above all: nothing on any page breaks the Content Security Policy."""
    allowed_404 = "Failed to load resource: the server responded with a status of 404"
    assert [(v.url, c) for v in walk for c in v.complaints if not (v.url == "404.html" and allowed_404 in c)] == []


def test_no_page_scrolls_sideways(walk):
    assert [(v.url, v.width, v.overflow) for v in walk if v.overflow > 0] == []


def test_ordinary_pages_load_no_python_and_no_search(walk):
    for v in walk:
        assert not any("runtime/" in r or "search_index" in r or "search.min.js" in r for r in v.requests), v.url
