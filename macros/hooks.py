"""MkDocs hooks. Each only calls the functions that do the work at that point of the build."""

from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from macros.browser.bundle import bundle
from macros.content.areas import chosen_area
from macros.content.macro_calls import check_calls, files_with_calls, has_calls
from macros.content.model import Model
from macros.content.navigation import navigation
from macros.pages.build import Build
from macros.pages.finish import finish_page
from macros.pages.markdown_extension import ProvisionExtension
from macros.publish.licences import copy_licences
from macros.publish.provisions_json import publish
from macros.publish.security_headers import with_policy
from macros.publish.theme_files import theme_files, unused
from macros.registry import FEATURES, new_build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads and checks all content, then gives MkDocs its navigation and the Markdown extension."""
    docs = Path(config.docs_dir)
    if docs.is_relative_to(Path.cwd()):
        docs = docs.relative_to(Path.cwd())
    settings = {**config.extra, "public_address": config.site_url}
    build = new_build(Model(docs, chosen_area(docs)), settings)
    pages = [p for p in files_with_calls(docs) if not build.model.is_of_another_area(p)]
    if not config.extra.get("preview"):  # the preview calls only the macros of the page it shows
        check_calls(pages, build.macros)
    config.extra["build"] = build
    config.nav = navigation(config.nav or [], build.model)
    extensions: list[Any] = config.markdown_extensions  # Markdown takes extensions by name or as objects
    extensions.append(ProvisionExtension(build))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Removes the pages of areas that are not being built, and theme files that no page uses."""
    build: Build = config.extra["build"]
    for file in list(files):
        if build.model.is_of_another_area(build.model.docs / file.src_uri) or unused(file.src_uri):
            files.remove(file)
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Gives our page template the names of Material's files, which change with each release."""
    env.globals["theme_files"] = theme_files()
    return env


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Skips macro rendering, which comes after, for pages without macro calls."""
    if not has_calls(markdown):
        page.meta["render_macros"] = False
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Adds to a page its final links, its edition notice and the meanings of its abbreviations."""
    build: Build = config.extra["build"]
    for feature in FEATURES:
        if feature.frame:
            html = feature.frame(build, page, html)
    return finish_page(build, html, Path(page.file.src_uri), page.url)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Adds the page's Content Security Policy."""
    return with_policy(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for pages made from templates, such as 404.html."""
    return with_policy(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Writes everything that is not a page: JSON, short URLs, the runtime and tools, licences."""
    build: Build = config.extra["build"]
    site = Path(config.site_dir)
    publish(build, site, config.site_url or "")
    bundle(build, site)
    copy_licences(site)
    for feature in FEATURES:
        if feature.publish:
            feature.publish(build, site)
