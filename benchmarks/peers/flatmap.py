"""How near is the flat map of `brainwright atlas fields` to the published one of the isocortex?

usage: flatmap.py REFERENCE/anatomy/atlas FIELDS   (FIELDS: the folder of `atlas fields --region Isocortex` on isocortex100-left)
Needs numpy and scipy. Both maps give pairs of streamlines a distance; told are the rank correlation of these distances, for all
pairs and for near ones, and how many of a streamline's 12 nearest others are the same on both maps.
"""
import gzip
import json
import sys
import numpy as np
from scipy.spatial import cKDTree
from scipy.stats import spearmanr


def nrrd(path):
    raw = open(path, "rb").read()
    head, body = raw.split(b"\n\n", 1)
    fields = dict(line.split(": ", 1) for line in head.decode().splitlines()[1:] if ": " in line)
    sizes = [int(n) for n in fields["sizes"].split()]
    return np.frombuffer(gzip.decompress(body), {"float": "<f4", "uint8": "u1"}[fields["type"]]).reshape(sizes, order="F")


reference, fields = sys.argv[1:]
published = np.load(f"{reference}/isocortex100-flatmap.npz")
offset = np.array(json.load(open(f"{reference}/isocortex100-left-expected.json"))["offset_um"]) / 100
uv = nrrd(f"{fields}/flatmap.nrrd")
bad = nrrd(f"{fields}/bad.nrrd")

rows, columns = np.nonzero(published["view_lookup"] >= 0)
voxel = np.stack(np.unravel_index(published["streamline_first_voxel"][published["view_lookup"][rows, columns]], published["grid_shape"]), 1)
mine = (voxel - offset).astype(int)
inside = ((mine >= 0) & (mine < uv.shape[1:])).all(1)
rows, columns, mine = rows[inside], columns[inside], mine[inside]
at = uv[:, mine[:, 0], mine[:, 1], mine[:, 2]].T
good = ~np.isnan(at[:, 0]) & (bad[mine[:, 0], mine[:, 1], mine[:, 2]] & 64 == 0)
theirs = np.stack([columns, rows], 1)[good].astype(float)
ours, first = np.unique(at[good], axis=0, return_index=True)
theirs = theirs[first]
half = theirs[:, 0] < published["view_lookup"].shape[1] / 2
print("pixels", inside.sum(), "with a place", good.sum(), "distinct", len(ours), "in the left half", half.sum())
keep = half if half.sum() > len(half) / 2 else ~half
ours, theirs = ours[keep], theirs[keep]
draw = np.random.default_rng(1)
a, b = draw.integers(0, len(ours), (2, 200_000))
d1 = np.linalg.norm(ours[a] - ours[b], axis=1)
d2 = np.linalg.norm(theirs[a] - theirs[b], axis=1)
print("rank correlation of distances: all pairs %.3f" % spearmanr(d1, d2)[0])
scale = np.median(d1[d2 > 0] / d2[d2 > 0])
print("um per pixel %.1f" % scale)
near = (d1 < 1500) & (a != b)
print("pairs within 1.5 mm on ours: %.3f" % spearmanr(d1[near], d2[near])[0])
k = 12
n1 = cKDTree(ours).query(ours, k + 1)[1][:, 1:]
n2 = cKDTree(theirs + draw.normal(0, 1e-6, theirs.shape)).query(theirs, k + 1)[1][:, 1:]
print("of %d nearest the same: %.3f" % (k, np.mean([len(set(p) & set(q)) / k for p, q in zip(n1, n2)])))
n3 = cKDTree(theirs).query(theirs, 51)[1][:, 1:]
print("of 12 nearest within the 50 nearest: %.3f" % np.mean([len(set(p) & set(q)) / k for p, q in zip(n1, n3)]))
