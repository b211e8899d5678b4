"""What an author declares: tables, parameters, the action, and the stage itself."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyarrow

_TYPES = {
    "u64": pyarrow.uint64(), "i64": pyarrow.int64(), "u32": pyarrow.uint32(), "i32": pyarrow.int32(),
    "u8": pyarrow.uint8(), "i8": pyarrow.int8(), "f32": pyarrow.float32(), "f64": pyarrow.float64(),
    "text": pyarrow.dictionary(pyarrow.int32(), pyarrow.string()), "bytes": pyarrow.binary(),
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """A column: its name, its type ("u64", "f32", "text", ...), its unit ("1" where it has none), what its value says."""

    name: str
    type: str
    unit: str
    description: str


@dataclass(frozen=True)
class Table:
    """A table: its rows are sorted by the columns of ``key``, no two alike; NaN stands only in the columns of ``may_be_nan``."""

    name: str
    columns: list[Column]
    key: list[str]
    may_be_nan: list[str] = field(default_factory=list)

    def schema(self, source: str) -> pyarrow.Schema:
        """Its Arrow schema as datasets have it."""
        fields = []
        for c in self.columns:
            about = {"unit": c.unit, "description": c.description, "source": source}
            fields.append(pyarrow.field(c.name, _TYPES[c.type], c.type == "text", metadata=about))
        return pyarrow.schema(fields, metadata={"brainwright.table": self.name})


def cells(*further: Column) -> Table:
    """The table that built-in stages read as cells, with further columns where one likes."""
    place = [Column(n, "f32", "um", "Centre of the soma") for n in "xyz"]
    turn = [Column(f"orientation_{n}", "f32", "1", "Rotation that takes +y to the pia-ward axis") for n in "wxyz"]
    texts = {
        "region": "Acronym of the region", "mtype": "Morphological type", "etype": "Electrical type",
        "morph_class": "PYR or INT", "synapse_class": "EXC or INH",
        "morphology": "Name that the cell's morphology will have", "model_template": "Name of the cell's model",
    }  # fmt: skip
    return Table(
        "cells",
        [Column("node_id", "u64", "1", "Id of the cell, from 0"), *place, *turn,
         Column("layer", "i8", "1", "Layer, 1 at the pia"), Column("depth_um", "f32", "um", "Depth of the soma below the pia"),
         *(Column(n, "text", "1", d) for n, d in texts.items()), *further],
        key=["node_id"],
    )  # fmt: skip


@dataclass(frozen=True)
class Chunk:
    """A piece of a build: what it holds, for people; the range of its keys; how much work it is. The base numbers them."""

    label: str
    first: int
    end: int
    amount: int
    index: int = 0


@dataclass(frozen=True)
class Progress:
    """How far a chunk is; yield one now and then where a chunk takes long."""

    done: int
    detail: str = ""


@dataclass(frozen=True)
class Action:
    """What can be asked: ``words`` by language ("en", "de", "fr", "es"), the kinds that it ``reads``, the kind that it ``makes``.

    ``by_range`` names kinds of which a chunk needs only the rows whose node_id lies within its range.
    """

    name: str
    meaning: str
    words: dict[str, list[str]]
    tables: list[Table]
    reads: list[str] = field(default_factory=list)
    makes: str = ""
    by_range: list[str] = field(default_factory=list)


class Parameter:
    """A parameter of a stage: a class attribute of the stage, a value of the request. Without a default it must be said."""

    type = 0

    def __init__(self, default=None, *, meaning="", unit="1", low=None, high=None, values=(), source="", words=None):
        self.default, self.meaning, self.unit, self.low, self.high = default, meaning, unit, low, high
        self.values, self.source, self.words = list(values), source, words or {}


class Number(Parameter):
    type = 1


class Integer(Parameter):
    type = 2


class Text(Parameter):
    type = 3


class Flag(Parameter):
    type = 4


class Request:
    """What is asked: every parameter is an attribute; ``tables["region"]["voxels"]`` are rows, ``known["region"]`` is what one knows
    of an input without its rows (its ``region``, its ``dataset``, the number of rows of its ``tables``)."""

    def __init__(self, message):
        self.known = {i.kind: i for i in message.inputs}
        self.tables: dict[str, dict[str, pyarrow.Table]] = {i.kind: {} for i in message.inputs}
        for p in message.parameters:
            setattr(self, p.name, getattr(p.value, p.value.WhichOneof("value")))


class Stage:
    """One stage with one action. Its class docstring's first line is its meaning."""

    name: str
    version: int
    verb: str
    unit: str
    action: Action

    def estimate(self, request: Request) -> dict:
        """What a request would cost: amount, seconds, memory_bytes, disk_bytes, notes. Inputs have no rows yet."""
        return {}

    def chunks(self, request: Request) -> list[Chunk]:
        """Cuts a request into chunks whose ranges of keys ascend and share nothing."""
        raise NotImplementedError

    def run(self, request: Request, chunk: Chunk):
        """Makes one chunk: yields ``(table name, dict of columns)``, ``pyarrow.Table`` with the name in its metadata, or Progress."""
        raise NotImplementedError

    def parameters(self) -> dict[str, Parameter]:
        known = (pair for c in reversed(type(self).__mro__) for pair in vars(c).items())
        return {n: p for n, p in known if isinstance(p, Parameter)}
