"""The features of this site, and every macro that pages may call. To add a feature, add its package to the list."""

from collections.abc import Mapping
from typing import Any

from macros.content.model import Model
from macros.features import (
    dates,
    directory,
    evidence,
    forms,
    glossary,
    guides,
    incident,
    offline,
    practice,
    printed,
    protocols,
    roles,
    scenarios,
    training,
    young,
)
from macros.pages.build import Build, Macro
from macros.pages.feature import Feature
from macros.pages.macros import MACROS as SHARED_MACROS
from macros.publish import hosting, search_index

#: In the order in which they publish, those with `publish_last` after all others.
FEATURES: tuple[Feature, ...] = tuple(
    sorted(
        (
            Feature(macros=SHARED_MACROS),
            protocols.FEATURE,
            roles.FEATURE,
            glossary.FEATURE,
            incident.FEATURE,
            guides.FEATURE,
            forms.FEATURE,
            evidence.FEATURE,
            Feature(publish=hosting.publish),
            young.FEATURE,
            dates.FEATURE,
            scenarios.FEATURE,
            directory.FEATURE,
            practice.FEATURE,
            training.FEATURE,
            printed.FEATURE,
            Feature(publish=search_index.publish, frame=search_index.frame),
            offline.FEATURE,
        ),
        key=lambda feature: feature.publish_last,
    )
)

#: Every function that pages may call, by name.
MACROS: dict[str, Macro] = {name: macro for feature in FEATURES for name, macro in feature.macros.items()}


def new_build(model: Model, settings: Mapping[str, Any]) -> Build:
    """A build of some content with every macro bound to it."""
    return Build(model, settings, MACROS)
