"""Every id that the two documents must have, from an inventory of their contents.

The counts are those of the documents, so that a lost bullet is a missing id.
"""

SECTIONS = {1: 12, 2: 3, 3: 4, 4: 1, 5: 2, 6: 9, 7: 2, 8: 5, 9: 4, 10: 5}
BULLETS = {
    "1.10": 6,
    "2.2": 13,
    "2.3": 2,
    "3.1": 5,
    "5.1": 5,
    "6.2": 2,
    "6.4": 14,
    "6.6": 7,
    "6.8": 3,
    "6.9": 2,
    "7.1": 3,
    "7.2": 5,
    "8.1": 6,
    "8.5": 3,
    "9.3": 6,
    "10.1": 3,
    "8-resettlement": 4,
    "8-secure": 2,
    "1.10-1": 8,
}
FOOTNOTES = 42
ANNEX_1 = {  # section: items, quotations, prompts, unnumbered paragraphs
    "intro": (3, 3, 2, 0),
    "principles": (7, 3, 0, 0),
    "prevention": (4, 1, 0, 0),
    "incidents": (6, 1, 1, 0),
    "risk": (1, 0, 0, 0),
    "support": (7, 0, 0, 1),
    "together": (3, 0, 0, 2),
    "governance": (0, 1, 1, 0),
    "planning": (0, 0, 1, 0),
    "monitoring": (0, 0, 1, 0),
    "roles": (0, 0, 1, 0),
    "carers": (2, 0, 1, 0),
    "missing": (1, 0, 1, 0),
    "sharing": (10, 0, 1, 3),
    "cps": (1, 0, 0, 0),
    "signatures": (1, 0, 0, 0),
}
ANNEX_6 = {"statutory": 9, "guidance": 3, "research": 6, "other": 1}

LOCAL_SECTIONS = (
    "lfront",
    "l1",
    "l2",
    "l3",
    "l4",
    "l5",
    "l6",
    "l7",
    "l8",
    "l10",
    "l11",
    "1a",
    "3a",
    "3b",
    "3c",
    "4a",
    "4b",
    "4c",
    "4d",
    "5a",
    "8a",
    "chart",
    "app1",
    "app1-expect",
    "app1-expect-green",
    "app1-expect-amber",
    "app1-expect-red",
    "app1-expect-rights",
    "app1-consider",
    "app1-now",
)


def national() -> list[str]:
    """All ids of the national protocol."""
    ids = [f"s{n}" for n in SECTIONS] + [f"{s}.{p}" for s, count in SECTIONS.items() for p in range(1, count + 1)]
    ids += ["8-resettlement", "8-secure"] + [
        f"{parent}-{n}" for parent, count in BULLETS.items() for n in range(1, count + 1)
    ]
    ids += [f"fn{n}" for n in range(1, FOOTNOTES + 1)] + [f"a{n}" for n in range(1, 7)] + ["front"]
    for section, (items, quotes, prompts, texts) in ANNEX_1.items():
        ids.append(f"a1-{section}")
        ids += [f"a1-{section}-{n}" for n in range(1, items + 1)] + [
            f"a1-{section}-quote-{n}" for n in range(1, quotes + 1)
        ]
        ids += [f"a1-{section}-insert-{n}" for n in range(1, prompts + 1)] + [
            f"a1-{section}-text-{n}" for n in range(1, texts + 1)
        ]
    ids += ["a1-support-2-1", "a1-support-2-2"]
    ids += [f"a2-{n}" for n in range(1, 13)] + [f"a2-principle-{n}" for n in range(1, 7)]
    ids += [f"a3-{n}" for n in range(1, 25)] + ["a3-rule"] + ["a4-text-1"] + [f"a5-{n}" for n in range(1, 10)]
    ids += [f"a6-{group}" for group in ANNEX_6] + [
        f"a6-{group}-{n}" for group, count in ANNEX_6.items() for n in range(1, count + 1)
    ]
    return ids


def local() -> list[str]:
    """All ids of the first local protocol that the inventory counts."""
    ids = list(LOCAL_SECTIONS)
    ids += (
        [f"1-source-{n}" for n in range(1, 5)]
        + [f"8-reason-{n}" for n in range(1, 8)]
        + [f"8a-{n}" for n in range(1, 11)]
    )
    ids += [f"5a-{n}" for n in range(1, 10)] + [f"11-{n}" for n in range(1, 7)] + ["chart-1", "chart-2"]
    ids += [f"app1-consider-{n}" for n in range(1, 21)] + [f"10-{n}" for n in range(1, 8)]
    return ids
