"""Speaks the contract (brainwright.stage.v1) for a stage, so that its author need not."""

from __future__ import annotations

import argparse
import hmac
import inspect
import os
import traceback
from concurrent import futures
from pathlib import Path

import grpc
import pyarrow
import pyarrow.ipc

from brainwright.contracts import load
from brainwright.stage.declared import Chunk, Progress, Request, Stage

CONTRACT = 1
_ROWS = 20_000
_MESSAGE = (16 << 20) + (64 << 10)


class _Service:
    """Speaks the contract for a stage."""

    def __init__(self, stage: Stage, messages):
        self._stage, self._m = stage, messages
        self._schemas = {t.name: t.schema(f"plugged-in stage {stage.name}") for t in stage.action.tables}
        self._description = self._describe()

    def Describe(self, request, context):
        return self._description

    def Estimate(self, request, context):
        cost = self._asked(context, lambda: self._stage.estimate(Request(self._right(request, context))))
        return load("fabric", "build")[0].Estimate(unit=self._stage.unit, **cost)

    def Chunks(self, stream, context):
        request, _ = self._read(stream, context)
        cut = self._asked(context, lambda: list(self._stage.chunks(request)))
        numbered = enumerate(cut)
        return self._m.ChunksResponse(
            chunks=[self._m.Chunk(index=i, label=c.label, first=c.first, end=c.end, amount=c.amount) for i, c in numbered]
        )

    def RunChunk(self, stream, context):
        request, c = self._read(stream, context)
        made = self._stage.run(request, Chunk(c.label, c.first, c.end, c.amount, c.index))
        while context.is_active():
            piece = self._asked(context, lambda: next(made, None))
            if piece is None:
                return
            if isinstance(piece, Progress):
                yield self._m.ChunkOutput(progress=self._m.ChunkProgress(done=piece.done, detail=piece.detail))
            else:
                yield from self._rows(self._asked(context, lambda: self._table(piece)))

    def _asked(self, context, question):
        """The author's own code; what it raises goes to the scientist in its own words."""
        try:
            return question()
        except ValueError as wrong:
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, str(wrong))
        except Exception as failed:
            traceback.print_exc()
            context.abort(grpc.StatusCode.INTERNAL, f"{type(failed).__name__}: {failed}")

    def _right(self, request, context):
        if request.version != self._stage.version:
            asked, here = request.version, self._stage.version
            context.abort(grpc.StatusCode.FAILED_PRECONDITION, f"version {asked} is asked, this is version {here}")
        if request.action != self._stage.action.name:
            context.abort(grpc.StatusCode.NOT_FOUND, f"there is no action '{request.action}'")
        return request

    def _read(self, stream, context):
        order = next(stream).order
        request, kinds = Request(self._right(order.request, context)), [i.kind for i in order.request.inputs]
        pieces: dict[tuple, list] = {}
        for part in stream:
            read = pyarrow.ipc.open_stream(part.rows.arrow).read_all()
            pieces.setdefault((kinds[part.rows.input], part.rows.table), []).append(read)
        for (kind, table), found in pieces.items():
            request.tables[kind][table] = pyarrow.concat_tables([p.unify_dictionaries() for p in found]).unify_dictionaries()
        return request, order.chunk

    def _table(self, piece) -> pyarrow.Table:
        name, columns = piece if isinstance(piece, tuple) else (piece.schema.metadata[b"brainwright.table"].decode(), piece)
        if name not in self._schemas:
            raise ValueError(f"{self._stage.name} has no table '{name}'")
        if isinstance(columns, pyarrow.Table):
            columns = dict(zip(columns.column_names, columns.columns))
        schema = self._schemas[name]
        if set(columns) != set(schema.names):
            raise ValueError(f"table '{name}' has columns {sorted(columns)}, its declaration {sorted(schema.names)}")
        return pyarrow.table([_array(columns[f.name], f.type) for f in schema], schema=schema)

    def _rows(self, table: pyarrow.Table):
        for at in range(0, table.num_rows, _ROWS):
            yield self._m.ChunkOutput(rows=self._m.OutputRows(arrow=_stream(table.slice(at, _ROWS))))

    def _describe(self):
        m, s = self._m, self._stage
        a = s.action
        action = m.Action(
            name=a.name, meaning=a.meaning, words=self._phrases(a.words), makes=a.makes,
            inputs=[m.InputKind(kind=k, by_range=k in a.by_range) for k in a.reads],
            parameters=[self._parameter(n, p) for n, p in s.parameters().items()],
            tables=[m.OutputTable(arrow_schema=_stream(self._schemas[t.name].empty_table()), key=t.key, may_be_nan=t.may_be_nan)
                    for t in a.tables],
        )  # fmt: skip
        meaning = (inspect.getdoc(s) or s.name).splitlines()[0]
        return m.Description(
            contract=CONTRACT, name=s.name, version=s.version, meaning=meaning, verb=s.verb, unit=s.unit, actions=[action]
        )

    def _parameter(self, name: str, p: Parameter):
        told = self._m.Parameter(
            name=name, type=p.type, meaning=p.meaning, unit=p.unit, min=p.low, max=p.high,
            values=p.values, source=p.source, words=self._phrases(p.words),
        )  # fmt: skip
        if p.default is not None:
            setattr(told.default_value, ("number", "integer", "text", "flag")[p.type - 1], p.default)
        return told

    def _phrases(self, words: dict[str, list[str]]):
        return [self._m.Phrases(language=language, phrases=list(said)) for language, said in words.items()]


def _array(values, type: pyarrow.DataType):
    if isinstance(values, pyarrow.ChunkedArray):
        values = values.combine_chunks()
    if pyarrow.types.is_dictionary(type):
        plain = pyarrow.array(values) if not isinstance(values, pyarrow.Array) else values
        return plain.cast(pyarrow.string()).dictionary_encode().cast(type)
    return pyarrow.array(values, type)


def _stream(table: pyarrow.Table) -> bytes:
    out = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_stream(out, table.schema) as writer:
        for batch in table.unify_dictionaries().combine_chunks().to_batches():
            writer.write_batch(batch)
    return out.getvalue().to_pybytes()


def serve(stage: Stage, arguments: list[str] | None = None) -> None:
    """Serves a stage until it is stopped: ``--address HOST:PORT``, and beyond this machine ``--keys DIR`` with certificate and token."""
    options = argparse.ArgumentParser(description=inspect.getdoc(stage))
    options.add_argument("--address", default=os.environ.get("BRAINWRIGHT_ADDRESS", "127.0.0.1:50061"))
    options.add_argument("--keys", default=os.environ.get("BRAINWRIGHT_KEYS"), help="key folder: tls.crt, tls.key, token")
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="questions that are answered at once")
    given = options.parse_args(arguments)
    started = start(stage, given.address, given.keys, given.workers)
    print(f"{stage.name} {stage.version} answers at {given.address}", flush=True)
    started.wait_for_termination()


def start(stage: Stage, address: str, keys: str | None = None, workers: int = 2) -> grpc.Server:
    """Starts serving and returns; beyond this machine only with keys."""
    if not keys and address.rsplit(":", 1)[0] not in ("127.0.0.1", "localhost", "[::1]"):
        raise SystemExit(f"{address} can be reached from elsewhere: give --keys DIR (made by 'brainwright keys'), or 127.0.0.1")
    messages, services = load("stage", "stage")
    guards = [_Token(Path(keys, "token").read_text().strip())] if keys else []
    limits = [("grpc.max_receive_message_length", _MESSAGE), ("grpc.so_reuseport", 0)]
    server = grpc.server(futures.ThreadPoolExecutor(2 * workers), interceptors=guards, options=limits)
    services.add_StageServiceServicer_to_server(_Service(stage, messages), server)
    if keys:
        pair = [Path(keys, n).read_bytes() for n in ("tls.key", "tls.crt")]
        server.add_secure_port(address, grpc.ssl_server_credentials([tuple(pair)]))
    else:
        server.add_insecure_port(address)
    server.start()
    return server


class _Token(grpc.ServerInterceptor):
    """Refuses calls without the token of the key folder."""

    def __init__(self, token: str):
        self._expected = f"Bearer {token}"

        def refuse(request, context):
            context.abort(grpc.StatusCode.UNAUTHENTICATED, "This stage asks for its token; name its key folder in brainwright.yaml.")

        self._refusal = grpc.unary_unary_rpc_method_handler(refuse)

    def intercept_service(self, next_handler, call):
        shown = dict(call.invocation_metadata).get("authorization", "")
        return next_handler(call) if hmac.compare_digest(shown.encode(), self._expected.encode()) else self._refusal
