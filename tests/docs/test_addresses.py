"""Addresses: every link, citation and short address leads to something that is there."""

from urllib.parse import unquote, urljoin, urlsplit

BASE = "http://site.test/"


def targets(page):
    """Every address a page links to, whole."""
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
            there = site.pages.get(path)
            if there is None and not (site.folder / path).is_file():
                broken.append((page.url, target))
            elif there is not None and anchor and anchor not in there.ids:
                broken.append((page.url, target))
    assert broken == []


def test_no_unresolved_link_is_left(site):
    for page in site.pages.values():
        assert 'href="cite:' not in page.html and 'href="page:' not in page.html, page.url


def test_every_provision_has_a_short_address_that_leads_to_it(site, model):
    for id in model.provisions:
        short = model.short_url(id).strip("/") + "/"
        page = site.short[short]
        target = page.soup.find("meta", attrs={"http-equiv": "refresh"})["content"].partition("url=")[2]
        assert urljoin(BASE + short, target) == BASE + model.url(id)


def test_the_addresses_the_design_names_are_there(site):
    assert {"n/6.4/", "n/6.4-8/", "n/fn21/", "n/a1-support-2-1/", "n/a3-rule/", "n/8-resettlement-1/", "n/1.10-1-3/", "l/nottinghamshire/3b/"} <= set(site.short)


def test_every_provision_can_be_linked_to_and_cited(site, model):
    for id in model.provisions:
        page, _, _ = model.url(id).partition("#")
        link = site.pages[page].soup.find(id=id).find("a", class_="provision-number")
        assert link["href"] == f"#{id}" and id in link["aria-label"] and link["data-cite"]


def test_ids_on_a_page_are_unique(site):
    for page in site.pages.values():
        ids = [tag["id"] for tag in page.soup.find_all(id=True)]
        assert sorted(ids) == sorted(set(ids)), page.url


def test_short_addresses_are_not_in_the_sitemap_or_the_search_index(site):
    index = (site.folder / "search" / "search_index.json").read_text(encoding="utf-8")
    assert '"location":"n/' not in index and '"location":"l/' not in index
