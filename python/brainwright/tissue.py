"""The tissue that a placement rule fills: where a point lies, which types the recipe has there, and cells as built-in stages read them.

Only sums, products, quotients and roots of doubles, in a fixed order: the same bytes with any numpy on any machine.
"""

from __future__ import annotations

import numpy as np

from brainwright.draws import uniform

_TURNS = 16


def dot(a, b) -> np.ndarray:
    """Products of rows of three, added in order."""
    return a[..., 0] * b[..., 0] + a[..., 1] * b[..., 1] + a[..., 2] * b[..., 2]


class Tissue:
    """The region of a request (``request.tables["region"]``) as arrays; um throughout."""

    def __init__(self, request):
        self.region, rows = request.known["region"].region, request.tables["region"]
        self.layers = self.region.layers
        v = {name: rows["voxels"][name].to_numpy() for name in rows["voxels"].column_names}
        self.centres, self.depth_um = np.stack([v[n] for n in "xyz"], axis=1), v["depth_um"].astype(float)
        self.orientation = np.stack([v[f"orientation_{n}"] for n in "wxyz"], axis=1)
        self.types = rows["cell_types"].to_pydict()
        r = self.region
        self.pia, axis = np.array([r.pia_x, r.pia_y, r.pia_z]), np.array([r.axis_x, r.axis_y, r.axis_z])
        side = np.cross(axis, [0.0, 0.0, 1.0] if abs(axis[2]) < 0.5 else [1.0, 0.0, 0.0])
        side = side / np.sqrt(dot(side, side))
        self.frame = np.stack([side, axis, np.cross(side, axis)])
        self._low = self.centres.min(axis=0) - r.voxel_um / 2
        self._size = np.round((self.centres.max(axis=0) - self._low) / r.voxel_um + 0.5).astype(np.int64)
        keys = self._key(self._index(self.centres))
        self._order = np.argsort(keys, kind="stable")
        self._keys = keys[self._order]

    def box(self) -> tuple[np.ndarray, np.ndarray]:
        """Least and greatest coordinates of the tissue in its own frame: across, along the axis (0 at the pia), across."""
        local = np.stack([dot(self.centres - self.pia, e) for e in self.frame], axis=1)
        return local.min(axis=0) - self.region.voxel_um, local.max(axis=0) + self.region.voxel_um

    def world(self, local: np.ndarray) -> np.ndarray:
        """Points of the tissue's own frame in the atlas."""
        return self.pia + local[:, :1] * self.frame[0] + local[:, 1:2] * self.frame[1] + local[:, 2:] * self.frame[2]

    def find(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Whether each point lies within; its depth below the pia; its layer; the rotation that takes +y to its pia-ward axis."""
        index = self._index(points)
        inside = np.all((index >= 0) & (index < self._size), axis=1)
        at = np.minimum(np.searchsorted(self._keys, np.where(inside, self._key(index), 0)), len(self._keys) - 1)
        inside &= self._keys[at] == self._key(index)
        voxel = self._order[at]
        offset, (w, x, y, z) = points - self.centres[voxel], self.orientation[voxel].astype(float).T
        up = np.stack([2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)], axis=1)
        depth = self.depth_um[voxel] - dot(up, offset)
        layer = np.zeros(len(points), np.int8)
        for one in self.layers:
            layer[(depth >= one.top_um) & (depth < one.bottom_um)] = one.layer
        if self.region.width_um:
            across = points - self.pia
            along = dot(across, self.frame[1])
            inside &= dot(across, across) - along * along <= (self.region.width_um / 2) ** 2
        return inside & (layer > 0), depth, layer, self.orientation[voxel]

    def cells(self, first: int, points, depth_um, layer, orientation, seed: int, purpose: str) -> dict:
        """Columns of the table of cells: each cell gets a type by the recipe's shares in its layer, and any turn about its axis.

        :param first: id of the first cell
        :param purpose: what the draws are for: the name of the rule
        """
        ids = np.arange(first, first + len(points), dtype=np.uint64)
        type_of = self._typed(layer, uniform(seed, f"{purpose}.type", ids)[:, 0])
        named = {n: np.array(self.types[n], dtype=object)[type_of] for n in ("mtype", "etype", "morph_class", "synapse_class")}
        plain = [m.replace(":", "_").replace("-", "_") for m in named["mtype"]]
        model = [f"hoc:{e}_{m}" for e, m in zip(named["etype"], plain)]
        turned = self._turned(orientation.astype(float), uniform(seed, f"{purpose}.turn", ids, 2 * _TURNS))
        return {
            "node_id": ids,
            **{n: points[:, i].astype(np.float32) for i, n in enumerate("xyz")},
            **{f"orientation_{n}": turned[i].astype(np.float32) for i, n in enumerate("wxyz")},
            "layer": layer.astype(np.int8),
            "depth_um": depth_um.astype(np.float32),
            "region": np.full(len(ids), self.region.acronym, dtype=object),
            **named,
            "morphology": np.array([f"cell-{i:06d}" for i in ids], dtype=object),
            "model_template": np.array(model, dtype=object),
        }

    def _typed(self, layer, u) -> np.ndarray:
        of_row, density = np.array(self.types["layer"]), np.array(self.types["cells_per_mm3"])
        chosen = np.zeros(len(layer), np.int64)
        for one in self.layers:
            rows, here = np.flatnonzero(of_row == one.layer), layer == one.layer
            shares = np.cumsum(density[rows])
            chosen[here] = rows[np.minimum(np.searchsorted(shares, u[here] * shares[-1], side="right"), len(rows) - 1)]
        return chosen

    @staticmethod
    def _turned(q, u) -> np.ndarray:
        """q times a turn about y by any angle: half of it is the direction of a point drawn within the unit circle."""
        a, b = 2 * u[:, 0::2] - 1, 2 * u[:, 1::2] - 1
        r2 = a * a + b * b
        first = np.argmax((r2 > 1e-3) & (r2 <= 1), axis=1)
        rows = np.arange(len(first))
        r = np.sqrt(r2[rows, first])
        c, s = a[rows, first] / r, b[rows, first] / r
        w, x, y, z = q.T
        return np.stack([w * c - y * s, x * c - z * s, y * c + w * s, z * c + x * s])

    def _index(self, points) -> np.ndarray:
        return np.floor((points - self._low) / self.region.voxel_um).astype(np.int64)

    def _key(self, index) -> np.ndarray:
        return (index[:, 0] * self._size[1] + index[:, 1]) * self._size[2] + index[:, 2]
