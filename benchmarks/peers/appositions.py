"""Appositions: Brainwright's command line against a scipy KD-tree with an exact test in numpy; CPU seconds, in turns, same pairs.

usage: python appositions.py REFERENCE_FOLDER [rounds] [brainwright command ...]      (needs numpy, scipy)
The segments are copies of real ones (REFERENCE_FOLDER holds axon_segments.csv and dendrite_segments.csv), moved about in a box by
a seeded draw: 467 copies of 1641 axon segments, 210 of 1127 dendrite segments. The search alone is timed on both sides; the time of
Brainwright's whole process, the start of its machine and both files included, stands beside it.
"""
import json, os, resource, statistics, subprocess, sys, tempfile, time
import numpy as np
from scipy.spatial import cKDTree

GAP_UM = 2.5
BOX_UM = 800.0


def copies(path, count, seed, cell_step):
    rows = np.genfromtxt(path, delimiter=",", skip_header=1)
    rng = np.random.default_rng(seed)
    shift = rng.uniform(0, BOX_UM, (count, 3))
    ends = rows[:, 1:7].copy()
    ends -= np.tile(ends.reshape(-1, 2, 3).mean((0, 1)), 2)
    ends = (ends[None] + np.tile(shift, (1, 2))[:, None]).reshape(-1, 6).astype(np.float32)
    cell = (rows[None, :, 8] + cell_step * (np.arange(count)[:, None] + seed * count)).reshape(-1).astype(int)
    return ends, np.tile(rows[:, 7], count).astype(np.float32), cell


def write(path, ends, radius, cell):
    with open(path, "w") as out:
        out.write("id,x0,y0,z0,x1,y1,z1,radius,cell,section\n")
        for i in range(len(cell)):
            out.write("%d,%s,%.9g,%d,0\n" % (i, ",".join("%.9g" % v for v in ends[i]), radius[i], cell[i]))


def squared(p, q):
    """Ericson 2004, section 5.1.9, for many pairs."""
    u, v, r = p[:, 3:] - p[:, :3], q[:, 3:] - q[:, :3], p[:, :3] - q[:, :3]
    dot = lambda a, b: np.einsum("ij,ij->i", a, b)
    uu, vv, uv, ur, vr = dot(u, u), dot(v, v), dot(u, v), dot(u, r), dot(v, r)
    safe = lambda x: np.where(x == 0, 1, x)
    clip = lambda x: np.clip(x, 0, 1)
    det = uu * vv - uv * uv
    s = np.where(det > 1e-12 * uu * vv, clip((uv * vr - ur * vv) / safe(det)), 0)
    t = (uv * s + vr) / safe(vv)
    s = np.where(t < 0, clip(-ur / safe(uu)), np.where(t > 1, clip((uv - ur) / safe(uu)), s))
    t = np.where(vv == 0, 0, clip(t))
    s = np.where(vv == 0, clip(-ur / safe(uu)), s)
    d = r + s[:, None] * u - t[:, None] * v
    return dot(d, d)


def peer(a, ra, ca, d, rd, cd):
    middle_a, middle_d = (a[:, :3] + a[:, 3:]) / 2, (d[:, :3] + d[:, 3:]) / 2
    half_a = np.linalg.norm(a[:, 3:] - a[:, :3], axis=1) / 2 + ra
    half_d = np.linalg.norm(d[:, 3:] - d[:, :3], axis=1) / 2 + rd
    found = []
    tree = cKDTree(middle_d)
    for low in range(0, len(a), 50000):
        part = slice(low, low + 50000)
        lists = tree.query_ball_point(middle_a[part], half_a[part] + half_d.max() + GAP_UM)
        n = np.fromiter((len(x) for x in lists), int)
        i = np.repeat(np.arange(low, low + len(n)), n)
        j = np.concatenate([np.asarray(x, int) for x in lists]) if n.sum() else np.zeros(0, int)
        near = (np.linalg.norm(middle_a[i] - middle_d[j], axis=1) < half_a[i] + half_d[j] + GAP_UM) & (ca[i] != cd[j])
        i, j = i[near], j[near]
        touch = squared(a[i], d[j]) < (ra[i] + rd[j] + GAP_UM) ** 2
        found.append(np.column_stack((i[touch], j[touch])))
    return np.concatenate(found)


def main():
    reference, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
    ours = sys.argv[3:] or ["./brainwright"]
    folder = os.environ.get("BENCH_FOLDER") or tempfile.mkdtemp()
    axons = copies(reference + "/axon_segments.csv", 467, 1, 100)
    dendrites = copies(reference + "/dendrite_segments.csv", 210, 5, 100)
    files = [os.path.join(folder, name) for name in ("axons.csv", "dendrites.csv", "pairs.csv")]
    write(files[0], *axons)
    write(files[1], *dendrites)
    a, d = (x[0].astype(np.float64) for x in (axons, dendrites))
    ra, rd = (x[1].astype(np.float64) for x in (axons, dendrites))
    ratios = []
    for r in range(rounds):
        command = ours + ["connectome", "appositions", "--axons", files[0], "--dendrites", files[1], "--gap-um", str(GAP_UM),
                          "--out", files[2], "--json"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        out = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        assert status == 0, out
        answer = json.loads(out)
        begin = time.process_time()
        pairs = peer(a, ra, axons[2], d, rd, dendrites[2])
        theirs = time.process_time() - begin
        mine = np.genfromtxt(files[2], delimiter=",", skip_header=1, usecols=(0, 1), dtype=int)
        order = np.lexsort((pairs[:, 1], pairs[:, 0]))
        assert np.array_equal(mine, pairs[order]), (len(mine), len(pairs))
        ratios.append(theirs / answer["search_cpu_s"])
        print("round %d: %d pairs; search: brainwright %.2f s, peer %.2f s, ratio %.1f; brainwright's whole process %.2f s, %.0f MB"
              % (r, len(mine), answer["search_cpu_s"], theirs, ratios[-1], used.ru_utime + used.ru_stime, used.ru_maxrss / 1024),
              flush=True)
    print("median ratio %.1f" % statistics.median(ratios))


main()
