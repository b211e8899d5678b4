"""A stage of one's own: subclass :class:`Stage`, give it typed parameters, yield rows, ``serve()``.

    class Lattice(Stage):
        "Places cells on a lattice."                     # one line: what it is
        name, version, verb, unit = "lattice", 1, "placed", "cells"
        action = Action("cells", "Places the cells of a region on a lattice.", words={"en": ["on a lattice"]},
                        reads=["region"], makes="cells", tables=[CELLS])
        spacing_um = Number(25, unit="um", low=10, high=100, source="chosen: as dense as rat cortex", words={"en": ["spacing"]})

        def chunks(self, request): ...                   # a list of Chunk
        def run(self, request, chunk): ...               # yields tables, or Progress

    serve(Lattice())

Equal requests must give equal rows, on any machine, in any order, any number of times: take random numbers from
:func:`brainwright.draws.uniform`, and nothing from time, order or the machine. docs/plugins.md is the way in fifteen minutes.
"""

from pathlib import Path

from brainwright import contracts

# The contract's own package has this name, too: let its compiled messages be found within it.
__path__.append(str(Path(contracts.folder()) / "brainwright" / "stage"))

from brainwright.stage.declared import (  # noqa: E402
    Action,
    Chunk,
    Column,
    Flag,
    Integer,
    Number,
    Progress,
    Request,
    Stage,
    Table,
    Text,
    cells,
)
from brainwright.stage.serving import serve, start  # noqa: E402

__all__ = [
    "Action", "Chunk", "Column", "Flag", "Integer", "Number", "Progress", "Request", "Stage", "Table", "Text", "cells", "serve", "start",
]  # fmt: skip
