"""The contracts: messages and stubs of each service, compiled from ``proto/`` when first asked for."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import grpc

_PROTOS = Path(__file__).parent / "protos"
_IN_SOURCES = Path(__file__).parents[2] / "proto" / "src" / "main" / "proto"


@dataclass(frozen=True)
class Stage:
    """A stage that builds datasets.

    :param name: as in manifests and in the contracts' package
    :param service: its gRPC service
    :param request: the message that its Build takes
    """

    name: str
    service: str
    request: str


STAGES = {
    name: Stage(name, f"{name.capitalize()}Service", f"{name.capitalize()}Request")
    for name in ("atlas", "placement", "synthesis", "connectome", "sim", "render")
}


PLUGGED = Stage("plugin", "PluginService", "PluginRequest")


def called_as(stage: str) -> Stage:
    """How a stage is called: by a service of its own, or, where a scientist plugged it in, through the one for all of them."""
    return STAGES.get(stage, PLUGGED)


def folder() -> str:
    """Where the contracts lie."""
    return os.environ.get("BRAINWRIGHT_PROTOS") or str(_PROTOS if _PROTOS.is_dir() else _IN_SOURCES)


@lru_cache(maxsize=None)
def load(stage: str, name: str):
    """Messages and stubs of one contract file, e.g. ``load("sim", "sim")``."""
    protos = folder()
    if protos not in sys.path:
        sys.path.append(protos)
        # The contracts' package has our own name: let it be found within ours.
        sys.modules["brainwright"].__path__.append(str(Path(protos) / "brainwright"))
    return grpc.protos_and_services(f"brainwright/{stage}/v1/{name}.proto")
