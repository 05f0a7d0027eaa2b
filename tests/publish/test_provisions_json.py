"""provisions.json is valid against its published schema, and each page's policy allows its inline scripts."""

import json
import re

import jsonschema

from macros.pages.text import plain
from macros.publish.provisions_json import provision_records
from macros.publish.security_headers import page_policy, script_hashes
from macros.registry import new_build


def test_provisions_json_fits_its_published_schema(site):
    schema = json.loads((site.folder / "provisions.schema.json").read_text(encoding="utf-8"))
    records = json.loads((site.folder / "provisions.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(records)


def test_the_schema_rejects_a_record_without_text(site):
    schema = json.loads((site.folder / "provisions.schema.json").read_text(encoding="utf-8"))
    record = json.loads((site.folder / "provisions.json").read_text(encoding="utf-8"))[0] | {"text": ""}
    assert list(jsonschema.Draft202012Validator(schema).iter_errors([record]))


def test_references_in_provisions_json_resolve(site):
    records = json.loads((site.folder / "provisions.json").read_text(encoding="utf-8"))
    ids = {r["id"] for r in records}
    for record in records:
        assert record["parent"] is None or record["parent"] in ids
        assert set(record["footnotes"]) <= ids


def test_every_page_has_a_policy_that_allows_only_its_own_scripts(site):
    for page in site.pages.values():
        meta = page.soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
        assert "'unsafe-eval'" not in meta.replace("'wasm-unsafe-eval'", "") and "'unsafe-inline'" not in meta
        assert "form-action 'none'" in meta and "connect-src 'self'" in meta
        assert set(script_hashes(page.html)) <= set(re.findall(r"'sha256-[^']+'", meta)), page.url


def test_different_scripts_have_different_hashes():
    assert script_hashes("<script>a</script>") != script_hashes("<script>b</script>")
    not_inline = '<script src="a.js"></script><script type="application/json">{}</script>'
    assert "sha256" not in page_policy(script_hashes(not_inline))


def test_a_setting_that_is_not_set_is_reported_and_nothing_is_invented(model):
    unset = new_build(model, {})
    for name, what in (("publisher", "publisher"), ("contact", "contact"), ("public_address", "public address")):
        html = unset.macros[name]()
        assert f"({what}: not set for this copy of the site)" in html and "href" not in html
    assert provision_records(unset)[0]["address"].startswith("/national/")


def test_settings_that_are_set_are_printed(model):
    url = "https://example.org/child/"
    settings = {"site_publisher": "Example Council", "site_contact": "help@example.org", "public_address": url}
    build = new_build(model, settings)
    assert build.macros["publisher"]() == "Example Council"
    assert 'href="mailto:help@example.org"' in build.macros["contact"]()
    assert f'href="{url}"' in build.macros["public_address"]()
    assert provision_records(build, url)[0]["address"].startswith(f"{url}national/")


def test_plain_text_has_no_markup():
    call = '<sup class="footnote-call"><a href="#fn1">1</a></sup>'
    assert plain(f"<p>One &amp; <strong>two</strong>{call}</p>") == "One & two"
