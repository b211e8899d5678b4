"""Random numbers that depend on nothing but seed, purpose and entity: the same on any machine, in any order, for any chunking.

Philox4x32-10 (Salmon et al. 2011, doi:10.1145/2063384.2063405): the key is (seed, purpose), the counter (entity, draw).
"""

from __future__ import annotations

import hashlib

import numpy as np

_MULTIPLY = (np.uint64(0xD2511F53), np.uint64(0xCD9E8D57))
_WEYL = (np.uint64(0x9E3779B9), np.uint64(0xBB67AE85))
_LOW, _SHIFT = np.uint64(0xFFFFFFFF), np.uint64(32)


def uniform(seed: int, purpose: str, entities, draws: int = 1) -> np.ndarray:
    """Uniform numbers in [0, 1) of 53 bits, one row per entity, one column per draw.

    :param seed: the request's seed
    :param purpose: what they are for, so that two uses never share numbers: "lattice.jitter"
    :param entities: ids, whole numbers of at least 0
    """
    ids = np.asarray(entities, np.uint64).reshape(-1, 1)
    counters = np.arange((draws + 1) // 2, dtype=np.uint64).reshape(1, -1)
    key = hashlib.sha256(f"{seed}/{purpose}".encode()).digest()
    k = [np.uint64(int.from_bytes(key[:4], "little")), np.uint64(int.from_bytes(key[4:8], "little"))]
    x = philox([a + np.zeros_like(ids * counters) for a in (ids & _LOW, ids >> _SHIFT, counters, np.uint64(0))], k)
    words = np.stack([(x[0] << _SHIFT) | x[1], (x[2] << _SHIFT) | x[3]], axis=-1).reshape(len(ids), -1)
    return (words[:, :draws] >> np.uint64(11)).astype(np.float64) * 2.0**-53


def philox(counter: list, key: list) -> list:
    """Ten rounds over four 32-bit words (in 64-bit integers) with two key words."""
    x, k = counter, key
    for _ in range(10):
        p, q = _MULTIPLY[0] * x[0], _MULTIPLY[1] * x[2]
        x = [(q >> _SHIFT) ^ x[1] ^ k[0], q & _LOW, (p >> _SHIFT) ^ x[3] ^ k[1], p & _LOW]
        k = [(a + w) & _LOW for a, w in zip(k, _WEYL)]
    return x
