"""The client: control by gRPC, tables from Kafka."""

from __future__ import annotations

import os

import grpc
import pyarrow
from google.protobuf import json_format

from brainwright import tables
from brainwright.contracts import PLUGGED, called_as, load
from brainwright.problem import Problem


class Client:
    """A connection to a running Brainwright.

    :param services: address of the gRPC services, ``host:port``
    :param kafka: bootstrap address of the broker, ``host:port``
    """

    def __init__(self, services: str, kafka: str):
        self._services, self._kafka = services, kafka
        self._channel = grpc.insecure_channel(services)

    def __repr__(self) -> str:
        return f"Brainwright at {self._services} (services), {self._kafka} (broker)"

    def stub(self, stage: str, service: str, proto: str | None = None):
        """Messages and a stub, e.g. ``stub("atlas", "AtlasService")``: everything that the contracts offer."""
        messages, services = load(stage, proto or stage)
        return messages, getattr(services, service + "Stub")(self._channel)

    def request(self, stage: str, fields: dict):
        """The typed request of a stage, built in or plugged in, from a dict with the contracts' field names; an unknown one is refused."""
        called = called_as(stage)
        messages, _ = load(called.name, called.name)
        message = getattr(messages, called.request)()
        try:
            return json_format.ParseDict({"stage": stage, **fields} if called is PLUGGED else fields, message)
        except json_format.ParseError as wrong:
            raise ValueError(f"this is no request of the {stage} stage: {wrong}") from None

    def build(self, stage: str, fields: dict, progress=None) -> str:
        """Builds a dataset, or finds it in the catalogue; gives its id.

        :param fields: the stage's request as a dict; datasets that it takes are ``{"id": ...}``
        :param progress: is called with sentences like "placed 41 of 60 cells"
        :raises Problem: where the service refuses, with every fault of the request
        """
        request = self.request(stage, fields)
        called = called_as(stage)
        _, stub = self.stub(called.name, called.service)
        try:
            for reply in stub.Build(request):
                if reply.HasField("result"):
                    return reply.result.dataset.id
                if progress:
                    p = reply.progress
                    progress(f"{p.verb} {p.done} of {p.total} {p.unit}")
        except grpc.RpcError as failed:
            raise Problem.of(failed) from None
        raise Problem(f"The {stage} stage ended its answer without a dataset.", "INTERNAL")

    def regions(self) -> list[dict]:
        """All regions of the atlas, parents first."""
        messages, atlas = self.stub("atlas", "AtlasService")
        try:
            answer = atlas.ListRegions(messages.ListRegionsRequest())
        except grpc.RpcError as failed:
            raise Problem.of(failed) from None
        return [{"id": r.id, "acronym": r.acronym, "name": r.name, "parent_id": r.parent_id} for r in answer.regions]

    def search(self, words: str, limit: int = 20) -> list[dict]:
        """Measured and chosen values in which all words occur."""
        messages, library = self.stub("library", "LibraryService")
        try:
            answer = library.Search(messages.SearchRequest(words=words, limit=limit))
        except grpc.RpcError as failed:
            raise Problem.of(failed) from None
        return [
            {
                "path": v.path,
                "value": v.value,
                "unit": v.unit,
                "sd": v.sd if v.HasField("sd") else None,
                "description": v.description,
                "source": v.source,
                "generalised": list(v.generalised),
            }
            for v in answer.values
        ]

    def datasets(self) -> dict[str, dict]:
        """The newest manifest of every dataset, by id."""
        return tables.manifests(self._kafka)

    def table(self, dataset: str, table: str) -> pyarrow.Table:
        """One table of a dataset, all its chunks in order; units stand in the field metadata."""
        manifest = self.datasets().get(dataset)
        if manifest is None:
            raise KeyError(f"no dataset {dataset}; datasets() lists what there is")
        return tables.table(self._kafka, manifest, table)


def connect(services: str | None = None, kafka: str | None = None) -> Client:
    """Connects to the addresses that ``./brainwright`` prints.

    Without arguments: those of the environment variables ``BRAINWRIGHT_SERVICES`` and ``BRAINWRIGHT_KAFKA``, else ports 9090
    and 9092 of this machine.
    """
    return Client(
        services or os.environ.get("BRAINWRIGHT_SERVICES", "127.0.0.1:9090"),
        kafka or os.environ.get("BRAINWRIGHT_KAFKA", "127.0.0.1:9092"),
    )
