"""MkDocs hooks: each only calls the function that does the work, at the moment MkDocs offers."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from macros.bundle import bundle
from macros.calls import check_calls, files_with_calls, has_calls
from macros.errors import WordsError
from macros.extension import ProvisionExtension
from macros.licences import copy_licences
from macros.model import Model, areas
from macros.nav import navigation
from macros.page import finish_page
from macros.policy import with_policy
from macros.publish import publish
from macros.theme_files import theme_files, unused
from macros.functions import FEATURES, Words

def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads and checks all words, then gives MkDocs its navigation and the Markdown extension."""
    docs = Path(config.docs_dir)
    if docs.is_relative_to(Path.cwd()):
        docs = docs.relative_to(Path.cwd())
    settings = {**config.extra, "public_address": config.site_url}
    words = Words(Model(docs, chosen_area(docs)), settings)
    pages = [p for p in files_with_calls(docs) if not other_area(words.model, p)]
    check_calls(pages, words.functions)
    config.extra["words"] = words
    config.nav = navigation(config.nav, words.model)
    config.markdown_extensions.append(ProvisionExtension(words))
    return config


def chosen_area(docs: Path) -> str:
    """The area to build: the one named by AREA, or the only one there is."""
    found = areas(docs)
    name = os.environ.get("AREA", "")
    if not name and len(found) != 1:
        raise WordsError(str(docs / "areas"), f"a site is built for one area and here are {len(found)} ({', '.join(found) or 'none'}); name one with AREA=")
    return name or found[0]


def other_area(model: Model, path: Path) -> bool:
    """Whether a page belongs to an area that is not being built."""
    folder = model.docs / "areas"
    return path.is_relative_to(folder) and path.parent != folder and not path.is_relative_to(model.area_folder)


def on_files(files, config):
    """Leaves out the pages of areas that are not being built, and what no page asks for of the theme."""
    words: Words = config.extra["words"]
    for file in list(files):
        if other_area(words.model, words.model.docs / file.src_uri) or unused(file.src_uri):
            files.remove(file)
    return files


def on_env(env, config, files):
    """Tells our page frame the names of Material's files, which change with every release of it."""
    env.globals["theme_files"] = theme_files()
    return env


@event_priority(100)
def on_page_markdown(markdown, page, config, files):
    """Spares mkdocs-macros, which comes after, the pages that call nothing."""
    if not has_calls(markdown):
        page.meta["render_macros"] = False
    return markdown


def on_page_content(html, page, config, files):
    """Gives a page its real links, its edition notice and the meanings of its abbreviations."""
    words: Words = config.extra["words"]
    for feature in FEATURES:
        if hasattr(feature, "frame"):
            html = feature.frame(words, page, html)
    return finish_page(words, html, Path(page.file.src_uri), page.url)


def on_post_page(output, page, config):
    """Puts the page's Content Security Policy in place."""
    return with_policy(output)


def on_post_template(output_content, template_name, config):
    """The same for pages made from templates, such as the page for a wrong address."""
    return with_policy(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config):
    """Writes what is not a page: JSON, short addresses, the runtime and tools, licences."""
    words: Words = config.extra["words"]
    site = Path(config.site_dir)
    publish(words, site, config.site_url or "")
    bundle(words, site)
    copy_licences(site)
    for feature in FEATURES:
        if hasattr(feature, "publish"):
            feature.publish(words, site)
