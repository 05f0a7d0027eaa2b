"""Each of the browsers in turn, with the served site."""

import os
from collections.abc import Iterator

import pytest

from tests.support.browsers import BROWSERS, Browser, Chromium

pytest.register_assert_rewrite("tests.journeys.smoke")  # its assertions then show their values, as those of a test do


@pytest.fixture(scope="session", params=BROWSERS, ids=lambda kind: kind.name)
def reader(request, base, tmp_path_factory) -> Iterator[Browser]:
    """A browser on the site, each once a run. One that is missing fails, except where nothing could install it."""
    kind: type[Browser] = request.param
    if reason := kind.missing():
        (pytest.fail if os.environ.get("CI") or os.geteuid() == 0 else pytest.skip)(reason)
    shared = [request.getfixturevalue("browser")] if kind is Chromium else []
    with kind(base, tmp_path_factory.mktemp(kind.name), *shared) as started:
        yield started
