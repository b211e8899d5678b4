"""Entries of the lab notebook, asked for again: each recorded step as a typed request, its inputs those that were just built."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Replayed:
    """A dataset that was asked for again.

    :ivar label: what it is in the run: "sim control"
    :ivar recorded: id in the entry
    :ivar dataset: id that came back
    :ivar same: whether id and rows are those of the entry
    :ivar why: what differs; empty where nothing does
    """

    label: str
    recorded: str
    dataset: str
    same: bool
    why: str = ""


def read_json(source: str) -> object:
    """JSON from a text or from a file."""
    text = source.lstrip()
    return json.loads(text if text[:1] in "{[" else Path(source).read_text(encoding="utf-8"))


def steps(findings: str | dict) -> list[dict]:
    """The datasets of an entry in the order in which they are built: label, stage, request, inputs, id, row_hash.

    :param findings: ``findings.json`` of an entry: its path, its text, or what was read from it
    """
    tree = findings if isinstance(findings, dict) else read_json(findings)
    made = tree["datasets"]
    without = [d["label"] for d in made if not d["stage"]]
    if without:
        raise ValueError(f"this entry does not tell how it asked for {', '.join(without)}; run it again")
    return made


def replay(client, findings: str | dict, progress=None) -> list[Replayed]:
    """Asks for every dataset of an entry again and compares ids and checksums of rows.

    The ids that the entry holds are used for nothing but the comparison: each request takes what the steps before it gave.
    """
    built: dict[str, str] = {}
    made = steps(findings)
    for step in made:
        request = _with(step["request"], built)
        built[step["id"]] = client.build(step["stage"], request, progress)
    known = client.datasets()
    return [_compared(step, built[step["id"]], known) for step in made]


def _compared(step: dict, dataset: str, known: dict) -> Replayed:
    label, recorded = step["label"], step["id"]
    if dataset != recorded:
        return Replayed(label, recorded, dataset, False, "another id")
    rows, expected = known[dataset]["rowHash"], step["row_hash"]
    other = sorted(t for t in rows.keys() | expected.keys() if rows.get(t) != expected.get(t))
    return Replayed(label, recorded, dataset, not other, f"other rows in {', '.join(other)}" if other else "")


def _with(request, built: dict[str, str]):
    """The request with each dataset that it names replaced by the one that was just built."""
    if isinstance(request, dict):
        return {name: _with(value, built) for name, value in request.items()}
    if isinstance(request, list):
        return [_with(value, built) for value in request]
    return built.get(request, request) if isinstance(request, str) else request
