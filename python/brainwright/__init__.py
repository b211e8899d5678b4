"""Brainwright from a notebook.

Start it with ``./brainwright --grpc-port 9090 --kafka-port 9092``, then::

    import brainwright

    bw = brainwright.connect()
    bw.regions()                                          # the atlas
    bw.search("L4 density")                               # measured values with their sources
    bw.datasets()                                         # what has been built
    bw.table(dataset_id, "spikes")                        # a table as pyarrow.Table
    atlas = bw.build("atlas", {"region": "S1HL"})         # a stage, by its typed request

An entry of the lab notebook is asked for again, and compared, in one line::

    brainwright.replay(bw, "studies/2026-01-02-.../findings.json")
"""

from brainwright.client import Client, connect
from brainwright.contracts import STAGES
from brainwright.plans import Replayed, read_json, replay, steps
from brainwright.problem import Problem

__all__ = ["Client", "Problem", "Replayed", "STAGES", "connect", "read_json", "replay", "steps"]
