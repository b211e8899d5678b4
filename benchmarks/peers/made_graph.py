"""The made graphs of docs/science/connectivity.md, by the formula of DistanceGraph, bit for bit."""
import numpy as np

GRAPHS = {
    "dd500": (500, (200, 300, 200), 80.0, 0.5, 1234),
    "bench-sparse": (31346, (462, 2082, 462), 150.0, 0.10, 42),
    "bench-nmc": (31346, (462, 2082, 462), 150.0, 0.302, 42),
}
GAMMA = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1


def uniform(seed, k):
    z = np.uint64(seed & MASK) + (k + np.uint64(1)) * np.uint64(GAMMA)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)) * 2.0**-53


def edges(name):
    n, box, reach, peak, seed = GRAPHS[name]
    i = np.arange(n, dtype=np.uint64)
    x, y, z = (box[a] * uniform(seed, np.uint64(3) * i + np.uint64(a)) for a in range(3))
    sources, targets = [], []
    with np.errstate(over="ignore"):
        for a in range(n):
            d2 = (x[a] - x) ** 2 + (y[a] - y) ** 2 + (z[a] - z) ** 2
            q = 1 + d2 / (reach * reach)
            hit = uniform(seed + 1, np.uint64(a * n) + i) < peak / (q * q)
            hit[a] = False
            found = np.nonzero(hit)[0].astype(np.int32)
            sources.append(np.full(len(found), a, np.int32))
            targets.append(found)
    return n, np.concatenate(sources), np.concatenate(targets)
