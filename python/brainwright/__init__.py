"""Brainwright from a notebook.

Start it with ``./brainwright`` (it prints the two addresses), then::

    import brainwright

    bw = brainwright.connect("127.0.0.1:9090", "127.0.0.1:9092")
    bw.regions()                      # the atlas
    bw.search("L4 density")           # measured values with their sources
    bw.datasets()                     # what has been built
    bw.table(dataset_id, "spikes")    # a table as pyarrow.Table
"""

from brainwright.client import Client, connect

__all__ = ["Client", "connect"]
