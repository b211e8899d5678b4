"""A stage that counts, and breaks one promise, named on the command line, at its third chunk."""

import os
import random
import sys
import time

from brainwright.stage import Action, Chunk, Column, Progress, Stage, Table, serve

FAULT = sys.argv.pop(1)


class Faulty(Stage):
    """Counts up, and breaks its word."""

    name, version, verb, unit = "faulty", 1, "counted", "numbers"
    action = Action(
        "count",
        "Counts up.",
        words={"en": ["count up"]},
        tables=[Table("counts", [Column("node_id", "u64", "1", "a number"), Column("half", "f64", "um", "half of it")], ["node_id"])],
    )

    def chunks(self, request):
        return [Chunk(f"ten from {10 * i}", 10 * i, 10 * i + 10, 10) for i in range(4)]

    def run(self, request, chunk):
        ids = list(range(chunk.first, chunk.end))
        half = [i / 2 for i in ids]
        yield Progress(5, "half way")
        if FAULT == "random" and chunk.index == 0:
            half[3] = random.random()
        if chunk.index == 2:
            if FAULT == "nan":
                half[3] = float("nan")
            elif FAULT == "unsorted":
                ids.reverse()
            elif FAULT == "missing":
                half[3] = None
            elif FAULT == "column":
                yield "counts", {"node_id": ids, "third": half}
            elif FAULT == "raises":
                raise ValueError("there are no numbers from 20 on")
            elif FAULT == "dies":
                os._exit(9)
            elif FAULT == "hangs":
                time.sleep(3600)
        yield "counts", {"node_id": ids, "half": half}


serve(Faulty())
