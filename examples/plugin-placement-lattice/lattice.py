"""A placement rule of one's own: somata on a hexagonal lattice, each a little off its site. See README.md."""

import numpy as np

from brainwright.draws import uniform
from brainwright.stage import Action, Chunk, Integer, Number, Stage, cells, serve
from brainwright.tissue import Tissue

ROW, HEIGHT = 0.75**0.5, (2 / 3) ** 0.5  # between rows of a layer of sites, and between layers, in spacings


class Lattice(Stage):
    """Places cells on a jittered hexagonal lattice that stands on the axis of the tissue."""

    name, version, verb, unit = "lattice", 1, "placed", "cells"
    action = Action(
        "cells",
        "Places the cells of a region on a hexagonal lattice (close packing), each moved a little from its site.",
        words={
            "en": ["on a hexagonal lattice", "on a hexagonal grid", "on a jittered hexagonal lattice"],
            "de": ["auf einem hexagonalen Gitter", "auf ein hexagonales Gitter"],
            "fr": ["sur un réseau hexagonal", "sur une grille hexagonale"],
            "es": ["en una red hexagonal", "sobre una red hexagonal"],
        },
        reads=["region"],
        makes="cells",
        tables=[cells()],
    )
    spacing_um = Number(
        25, unit="um", low=15, high=200, meaning="Distance between neighbouring sites.",
        source="chosen: 1.41 sites in a cube of the spacing are 90 500 per mm3, about as dense as rat cortex",
        words={"en": ["spacing", "spaced", "apart"], "de": ["Abstand"], "fr": ["espacement"], "es": ["espaciado"]},
    )  # fmt: skip
    jitter = Number(
        0.1, low=0, high=0.25, meaning="Largest move along each axis, in spacings.",
        source="chosen: no crystal, and somata of 10 um do not touch at the default spacing",
        words={"en": ["jitter"], "de": ["Streuung"], "fr": ["gigue"], "es": ["desorden"]},
    )  # fmt: skip
    count = Integer(
        0, low=0, meaning="How many sites are filled, drawn uniformly; 0: all.", source="chosen: all sites",
        words={"en": ["neurons", "cells"], "de": ["Neurone", "Neuronen", "Zellen"], "fr": ["neurones"], "es": ["neuronas"]},
    )  # fmt: skip
    seed = Integer(0, low=0, meaning="Keys all draws.", source="chosen: any seed does", words={"en": ["seed"]})

    def estimate(self, request):
        sites = 2**0.5 * 1e9 * sum(x.volume_mm3 for x in request.known["region"].region.layers) / request.spacing_um**3
        n = round(min(request.count or sites, sites))
        note = f"about {sites:,.0f} sites of the lattice lie in this tissue, {n:,} of them are filled"
        return {"amount": n, "seconds": 1 + 1e-5 * sites, "memory_bytes": int(400 * sites), "disk_bytes": 100 * n, "notes": [note]}

    def chunks(self, request):
        first, (_, _, layer, *_) = 0, self.somata(request, Tissue(request))
        for one, n in zip(*np.unique(layer, return_counts=True)):
            yield Chunk(f"layer {one}", first, first + int(n), int(n))
            first += int(n)

    def run(self, request, chunk):
        tissue = Tissue(request)
        here = [column[chunk.first : chunk.end] for column in self.somata(request, tissue)]
        yield "cells", tissue.cells(chunk.first, *here, request.seed, "lattice")

    def somata(self, request, tissue):
        """Points, depths, layers and orientations of all cells, layer by layer, within one by site."""
        site, points = self.sites(request, tissue)
        inside, *facts = tissue.find(points)
        kept = np.flatnonzero(inside)
        if request.count > len(kept):
            raise ValueError(f"This tissue has {len(kept)} sites, {request.count} cells were asked for; take more tissue, or less spacing.")
        if request.count:
            lot = uniform(request.seed, "lattice.count", site[kept])[:, 0]
            kept = np.sort(kept[np.argsort(lot, kind="stable")[: request.count]])
        kept = kept[np.argsort(facts[1][kept], kind="stable")]
        return points[kept], *(fact[kept] for fact in facts)

    def sites(self, request, tissue):
        """Numbers and jittered places of all sites of a box that holds the tissue. The lattice hangs on the axis at the pia."""
        a = request.spacing_um
        step = a * np.array([1, HEIGHT, ROW])
        low, high = (np.round(x / step).astype(int) + d for x, d in zip(tissue.box(), (-2, 2)))
        i, k, j = (g.ravel() for g in np.meshgrid(*(np.arange(f, t + 1) for f, t in zip(low, high)), indexing="ij"))
        x = (i + 0.5 * (j % 2) + 0.5 * (k % 2)) * step[0]
        z = (j + (k % 2) / 3) * step[2]
        site = ((i + 2**15) * 2**16 + k + 2**15) * 2**16 + j + 2**15
        move = (2 * uniform(request.seed, "lattice.jitter", site, 3) - 1) * request.jitter * a
        return site, tissue.world(np.stack([x, k * step[1], z], axis=1) + move)


if __name__ == "__main__":
    serve(Lattice())
