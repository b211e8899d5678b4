"""Datasets: manifests from the catalogue, tables from Kafka as Arrow."""

from __future__ import annotations

import json

import pyarrow
import pyarrow.ipc
from kafka import KafkaConsumer, TopicPartition

_CATALOGUE = "bw.catalogue"
_LARGEST = 1 << 27


def manifests(kafka: str) -> dict[str, dict]:
    """The newest manifest of every dataset, by id."""
    found = {}
    for record in _records(kafka, _CATALOGUE):
        if record.key is None:
            continue
        if record.value is None:
            found.pop(record.key.decode(), None)
        else:
            found[record.key.decode()] = json.loads(record.value)
    return found


def table(kafka: str, manifest: dict, name: str) -> pyarrow.Table:
    """All rows of one table, its chunks in order; units stand in the field metadata."""
    known = [t["name"] for t in manifest["tables"]]
    if name not in known:
        raise KeyError(f"this {manifest['stage']} dataset has no table '{name}'; it has {', '.join(known)}")
    consumer = KafkaConsumer(
        bootstrap_servers=kafka, fetch_max_bytes=_LARGEST, max_partition_fetch_bytes=_LARGEST
    )
    try:
        parts = [
            _read(consumer, part)
            for chunk in sorted(manifest["chunks"], key=lambda c: c["index"])
            for part in chunk["parts"]
            if part["table"] == name
        ]
    finally:
        consumer.close()
    if not parts:
        return _empty(manifest, name)
    return pyarrow.concat_tables([p.unify_dictionaries() for p in parts]).unify_dictionaries()


def _empty(manifest: dict, name: str) -> pyarrow.Table:
    columns = next(t["columns"] for t in manifest["tables"] if t["name"] == name)
    return pyarrow.table({c["name"]: pyarrow.array([], pyarrow.null()) for c in columns})


def _records(kafka: str, topic: str):
    consumer = KafkaConsumer(bootstrap_servers=kafka)
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
