"""URLs: the target of every link, citation and short URL exists."""

import json
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

from tests.support.sites import OTHER_SITE_URL, Page

BASE = "http://site.test/"


def targets(page: Page) -> Iterator[str]:
    """The absolute URLs of all links of a page."""
    for tag in page.soup.find_all("a", href=True):
        yield urljoin(BASE + page.url, tag["href"])


def test_no_internal_link_is_broken(site):
    broken = []
    for page in site.pages.values():
        for target in targets(page):
            parts = urlsplit(target)
            if f"{parts.scheme}://{parts.netloc}/" != BASE:
                continue
            path, anchor = unquote(parts.path.lstrip("/")), unquote(parts.fragment)
            linked = site.pages.get(path)
            exists = (site.folder / path).is_file() if linked is None else not anchor or anchor in linked.ids
            if not exists:
                broken.append((page.url, target))
    assert broken == []


def test_no_unresolved_link_is_left(site):
    for page in site.pages.values():
        assert 'href="cite:' not in page.html and 'href="page:' not in page.html, page.url


def test_every_provision_has_a_short_url_that_leads_to_it(site, model):
    for id in model.provisions:
        short = model.short_url(id).strip("/") + "/"
        page = site.short[short]
        target = page.soup.find("meta", attrs={"http-equiv": "refresh"})["content"].partition("url=")[2]
        assert urljoin(BASE + short, target) == BASE + model.url(id)


def test_these_short_urls_exist(site):
    expected = {
        "n/6.4/",
        "n/6.4-8/",
        "n/fn21/",
        "n/a1-support-2-1/",
        "n/a3-rule/",
        "n/8-resettlement-1/",
        "n/1.10-1-3/",
        "l/nottinghamshire/3b/",
    }
    assert expected <= set(site.short)


def test_every_provision_can_be_linked_to_and_cited(site, model):
    for id in model.provisions:
        page, _, _ = model.url(id).partition("#")
        link = site.pages[page].soup.find(id=id).find("a", class_="provision-number")
        assert link["href"] == f"#{id}" and id in link["aria-label"] and link["data-cite"]


def test_ids_on_a_page_are_unique(site):
    for page in site.pages.values():
        ids = [tag["id"] for tag in page.soup.find_all(id=True)]
        assert sorted(ids) == sorted(set(ids)), page.url


def test_short_urls_are_in_neither_the_sitemap_nor_the_search_index(other_site):
    index = json.loads((other_site.folder / "search" / "search_index.json").read_text(encoding="utf-8"))
    searched = {entry["location"].partition("#")[0] for entry in index["docs"]}
    sitemap = ElementTree.parse(other_site.folder / "sitemap.xml")
    urls = {element.text for element in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    pages, short = set(other_site.pages), set(other_site.short)
    assert len(searched) > 100 and searched <= pages and not searched & short
    assert len(urls) > 100 and urls <= {OTHER_SITE_URL + url for url in pages - {"404.html"}}
