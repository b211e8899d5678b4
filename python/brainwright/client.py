"""The client: control by gRPC, tables from Kafka."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import grpc
import pyarrow
import pyarrow.ipc
from kafka import KafkaConsumer, TopicPartition

_PROTOS = Path(__file__).parent / "protos"
_IN_SOURCES = Path(__file__).parents[2] / "proto" / "src" / "main" / "proto"
_CATALOGUE = "bw.catalogue"


def _load(stage: str, name: str):
    """Messages and stubs of one stage, compiled from the contracts when first asked for."""
    folder = os.environ.get("BRAINWRIGHT_PROTOS") or str(_PROTOS if _PROTOS.is_dir() else _IN_SOURCES)
    if folder not in sys.path:
        sys.path.append(folder)
        # The contracts' package has our own name: let it be found within ours.
        sys.modules["brainwright"].__path__.append(str(Path(folder) / "brainwright"))
    return grpc.protos_and_services(f"brainwright/{stage}/v1/{name}.proto")


class Client:
    """A connection to a running Brainwright.

    :param services: address of the gRPC services, ``host:port``
    :param kafka: bootstrap address of the broker, ``host:port``
    """

    def __init__(self, services: str, kafka: str):
        self._channel = grpc.insecure_channel(services)
        self._kafka = kafka

    def stub(self, stage: str, service: str, proto: str | None = None):
        """Messages and a stub, e.g. ``stub("atlas", "AtlasService")``: everything that the contracts offer."""
        messages, services = _load(stage, proto or stage)
        return messages, getattr(services, service + "Stub")(self._channel)

    def regions(self) -> list[dict]:
        """All regions of the atlas, parents first."""
        messages, atlas = self.stub("atlas", "AtlasService")
        answer = atlas.ListRegions(messages.ListRegionsRequest())
        return [{"id": r.id, "acronym": r.acronym, "name": r.name, "parent_id": r.parent_id} for r in answer.regions]

    def search(self, words: str, limit: int = 20) -> list[dict]:
        """Measured and chosen values in which all words occur."""
        messages, library = self.stub("library", "LibraryService")
        answer = library.Search(messages.SearchRequest(words=words, limit=limit))
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
        manifests = {}
        for record in self._records(_CATALOGUE):
            if record.key is None:
                continue
            if record.value is None:
                manifests.pop(record.key.decode(), None)
            else:
                manifests[record.key.decode()] = json.loads(record.value)
        return manifests

    def table(self, dataset: str, table: str) -> pyarrow.Table:
        """One table of a dataset, all its chunks in order; units stand in the field metadata."""
        manifest = self.datasets().get(dataset)
        if manifest is None:
            raise KeyError(f"no dataset {dataset}; datasets() lists what there is")
        consumer = KafkaConsumer(bootstrap_servers=self._kafka, fetch_max_bytes=1 << 27, max_partition_fetch_bytes=1 << 27)
        try:
            batches = []
            for chunk in sorted(manifest["chunks"], key=lambda c: c["index"]):
                for part in chunk["parts"]:
                    if part["table"] == table:
                        batches.append(_read(consumer, part))
        finally:
            consumer.close()
        if not batches:
            raise KeyError(f"dataset {dataset[:12]} has no rows in a table '{table}'")
        return pyarrow.concat_tables([b.unify_dictionaries() for b in batches]).unify_dictionaries()

    def _records(self, topic: str):
        consumer = KafkaConsumer(bootstrap_servers=self._kafka)
        try:
            at = TopicPartition(topic, 0)
            consumer.assign([at])
            consumer.seek_to_beginning(at)
            end = consumer.end_offsets([at])[at]
            while consumer.position(at) < end:
                for records in consumer.poll(timeout_ms=1000).values():
                    yield from records
        finally:
            consumer.close()


def _read(consumer: KafkaConsumer, part: dict) -> pyarrow.Table:
    at = TopicPartition(part["topic"], part["partition"])
    consumer.assign([at])
    consumer.seek(at, part["offset"])
    while True:
        for record in consumer.poll(timeout_ms=5000, max_records=1).get(at, []):
            if record.offset != part["offset"]:
                raise IOError(f"record {part['offset']} of {part['topic']} is gone; build the dataset again")
            return pyarrow.ipc.open_stream(record.value).read_all()


def connect(services: str = "127.0.0.1:9090", kafka: str = "127.0.0.1:9092") -> Client:
    """Connects to the addresses that ``./brainwright`` prints."""
    return Client(services, kafka)
