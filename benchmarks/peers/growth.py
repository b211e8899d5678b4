"""Grown dendrites: Brainwright against NeuroTS, both fitted on one random half of the real L5_TPC:A cells and compared with the other half.

usage: python growth.py [--halves N] [--cache DIR] [--morphometrics N] REFERENCE_FOLDER COMMAND ...      (needs NeuroTS, TMD, NeuroM, morphio)
  REFERENCE_FOLDER  holds morphologies.json and the cells
  COMMAND           starts brainwright
Distances of persistence images (path distances, 100 x 100, Gaussian kernel density): mean |difference| of images with maximum 1, and total
variation of images with mass 1. Morphometrics: |median grown - median of all real cells| / median absolute deviation of the real cells.
Copies: shape distance of two trees = Wasserstein distance of their barcodes (paths in units of the longest; what has no match goes to the diagonal)
/ what it costs to send all bars of both there: 0 for a copy of any size, at most 1. Trees of 3 bars or more; a grown tree is a copy where its nearest
fitted tree is nearer than the 5 % quantile of real trees' nearest others. In the tissue: cells at 1100 um, tops against layer 1 (165 um) and the pia.
Diameters of NeuroTS: M5. CPU seconds of growing alone; NeuroTS's fits and cells are kept in the cache.
"""
import argparse, functools, json, math, os, pathlib, resource, statistics, subprocess, sys, tempfile, time, warnings
import numpy as np
from scipy.optimize import linear_sum_assignment
warnings.filterwarnings("ignore")
import morphio, neurom as nm, tmd
from tmd.Topology import analysis

morphio.set_maximum_warnings(0)
TYPES = {"apical_dendrite": 4, "basal_dendrite": 3}

parse = argparse.ArgumentParser()
parse.add_argument("--halves", type=int, default=12), parse.add_argument("--cache", default="")
parse.add_argument("--morphometrics", type=int, default=3, help="halves whose cells are measured by NeuroM, which is slow")
parse.add_argument("--peer-only", action="store_true")
parse.add_argument("--first", type=int, default=0, help="first half; halves below 100 are reported, those from 100 on are for choosing parameters")
parse.add_argument("--timed", type=int, default=320, help="cells that are grown for the time of many, from each of the first three halves")
parse.add_argument("--copies", type=int, default=3, help="halves whose trees are looked at for copies")
parse.add_argument("--tissue", type=int, default=100, help="cells that are grown in the tissue, from the first half")
parse.add_argument("reference"), parse.add_argument("command", nargs=argparse.REMAINDER)
args = parse.parse_args()
reference = pathlib.Path(args.reference)
work = pathlib.Path(args.cache or tempfile.mkdtemp())
work.mkdir(parents=True, exist_ok=True)
real = [reference / e["file"] for e in json.loads((reference / "morphologies.json").read_text())
        if e["mtype"] == "L5_TPC:A" and e["kind"] == "real"]


def folder(name):
    made = work / name
    made.mkdir(exist_ok=True)
    return made


cells = real


def half(seed):
    order = np.random.default_rng(seed).permutation(len(cells))
    return [cells[i] for i in order[:len(cells) // 2]], [cells[i] for i in order[len(cells) // 2:]]


def linked(files, name):
    made = folder(name)
    for f in files:
        if not (made / f.name).exists():
            os.symlink(f.resolve(), made / f.name)
    return made


def neurots(seed):
    """Grown cells and CPU seconds of each."""
    from neurots import NeuronGrower, extract_input
    fit, _ = half(seed)
    out = folder(f"neurots{seed}")
    if (out / "cpu.json").exists():
        return sorted(out.glob("*.swc")), json.loads((out / "cpu.json").read_text())
    source = linked(fit, f"fit{seed}")
    params = extract_input.parameters(neurite_types=list(TYPES), feature="path_distances", method="tmd", diameter_parameters="M5")
    distributions = extract_input.distributions(str(source), neurite_types=list(TYPES), feature="path_distances", diameter_input_morph=None,
                                                diameter_model="M5")
    json.dump(distributions, open(out / "distributions.json", "w"), default=float)
    json.dump(params, open(out / "parameters.json", "w"), default=float)
    took = []
    for k in range(len(fit)):
        np.random.seed(1000 * seed + k)
        start = time.process_time()
        grown = NeuronGrower(input_distributions=distributions, input_parameters=params).grow()
        took.append(time.process_time() - start)
        grown.write(str(out / f"cell{k:02d}.swc"))
    (out / "cpu.json").write_text(json.dumps(took))
    return sorted(out.glob("*.swc")), took


def ours(seed):
    fit, _ = half(seed)
    out = folder(f"ours{seed}")
    for old in out.glob("*"):
        old.unlink()
    subprocess.run(args.command + ["grow", "fit", str(linked(fit, f"fit{seed}")), "--mtype", "L5_TPC:A", "--out", str(work / f"ours{seed}.json")],
                   check=True, capture_output=True, text=True)
    told = subprocess.run(args.command + ["grow", "cells", "--params", str(work / f"ours{seed}.json"), "--count", str(len(fit)), "--seed",
                                          str(seed), "--without-axons", "--format", "swc", "--json", "--out", str(out)],
                          check=True, capture_output=True, text=True).stdout
    return sorted(out.glob("*.swc")), json.loads(told)["cpu_s"]


def our_seconds(seed):
    """CPU seconds a cell over many rounds of cells, what is dealt and compared before the first one included."""
    count = args.timed
    told = subprocess.run(args.command + ["grow", "cells", "--params", str(work / f"ours{seed}.json"), "--count", str(count), "--seed", str(seed),
                                          "--without-axons", "--format", "swc", "--json", "--out", str(folder(f"timed{seed}"))],
                          check=True, capture_output=True, text=True).stdout
    return sum(json.loads(told)["cpu_s"]) / count


@functools.cache
def barcodes(file):
    """Bars of every tree, by type."""
    cell = tmd.io.load_neuron_from_morphio(str(file))
    return {kind: [np.array([b for b in tmd.methods.get_persistence_diagram(tree, feature="path_distances") if b[0] != b[1]])
                   for tree in getattr(cell, kind)] for kind in TYPES}


def bars(files, kind):
    return np.vstack([tree for f in files for tree in barcodes(f)[kind] if len(tree)])


def shapes(files, kind):
    """Trees of 3 bars or more, in units of their longest path."""
    return [tree / tree[:, 0].max() for f in files for tree in barcodes(f)[kind] if len(tree) >= 3]


def apart(a, b):
    """Shape distance of two trees, 0 to 1."""
    n, m = len(a), len(b)
    cost = np.zeros((n + m, n + m))
    cost[:n, :m] = np.abs(a[:, None] - b[None]).max(2)
    cost[:n, m:] = ((a[:, 0] - a[:, 1]) / 2)[:, None]
    cost[n:, :m] = ((b[:, 0] - b[:, 1]) / 2)[None]
    i, j = linear_sum_assignment(cost)
    return cost[i, j].sum() / (((a[:, 0] - a[:, 1]).sum() + (b[:, 0] - b[:, 1]).sum()) / 2)


def nearest(trees, others):
    return np.array([min(apart(t, o) for o in others if o is not t) for t in trees])


def distances(a, b):
    x = [min(a[:, 0].min(), b[:, 0].min()), max(a[:, 0].max(), b[:, 0].max())]
    y = [min(a[:, 1].min(), b[:, 1].min()), max(a[:, 1].max(), b[:, 1].max())]
    image = lambda d: analysis.persistence_image_data(d.tolist(), xlim=x, ylim=y, norm_factor=1)
    p, q = image(a), image(b)
    return float(np.abs(p / p.max() - q / q.max()).mean()), float(np.abs(p / p.sum() - q / q.sum()).sum() / 2)


FEATURES = ["total_length", "number_of_neurites", "number_of_sections", "section_lengths", "section_path_distances", "section_radial_distances",
            "section_branch_orders", "local_bifurcation_angles", "remote_bifurcation_angles", "segment_radii", "total_area", "max_radial_distance"]


def morphometrics(files):
    """Median over a cell's values, by feature and type."""
    table = {}
    for f in files:
        cell = nm.load_morphology(str(f))
        for kind in TYPES:
            for feature in FEATURES:
                value = nm.get(feature, cell, neurite_type=nm.NeuriteType(TYPES[kind]))
                value = float(np.median(value)) if np.size(value) else np.nan
                table.setdefault((kind, feature), []).append(value)
    return {k: np.array(v) for k, v in table.items()}


if args.peer_only:
    for seed in range(args.first, args.first + args.halves):
        print(seed, statistics.median(neurots(seed)[1]), flush=True)
    sys.exit()

whole = morphometrics(cells) if args.morphometrics else {}
ratios, scores, times, copies = {}, {}, [], {}
own_nearest = {}
for kind in TYPES if args.copies else ():
    trees = shapes(cells, kind)
    own_nearest[kind] = nearest(trees, trees)
for seed in range(args.first, args.first + args.halves):
    fit, other = half(seed)
    theirs, their_s = neurots(seed)
    own, own_s = ours(seed)
    times.append((statistics.mean(their_s), sum(own_s) / len(own_s), our_seconds(seed) if seed < args.first + 3 else math.nan))
    for kind in TYPES:
        target = bars(other, kind)
        for name, grown in (("NeuroTS", theirs), ("Brainwright", own), ("fitted half", fit)):
            for metric, value in zip(("mean |diff|", "total variation"), distances(bars(grown, kind), target)):
                ratios.setdefault((kind, metric, name), []).append(value)
        for name, grown in (("NeuroTS", theirs), ("Brainwright", own)) if seed < args.first + args.copies else ():
            copies.setdefault((kind, name), []).append(nearest(shapes(grown, kind), shapes(fit, kind)))
    for name, grown in (("NeuroTS", theirs), ("Brainwright", own)) if seed < args.first + args.morphometrics else ():
        table = morphometrics(grown)
        for key, values in table.items():
            middle = np.nanmedian(whole[key])
            mad = np.nanmedian(np.abs(whole[key] - middle))
            if mad > 0:
                scores.setdefault((name, *key), []).append(abs(np.nanmedian(values) - middle) / mad)
    print(f"half {seed}: " + "; ".join(f"{k[:6]} {m}: ours {ratios[k, m, 'Brainwright'][-1]:.4f} NeuroTS {ratios[k, m, 'NeuroTS'][-1]:.4f} "
          f"real {ratios[k, m, 'fitted half'][-1]:.4f}" for k in TYPES for m in ("mean |diff|", "total variation")) +
          f"; CPU s a cell: NeuroTS {times[-1][0]:.3f} ours {times[-1][1]:.5f}", flush=True)
print()
for k in TYPES:
    for m in ("mean |diff|", "total variation"):
        o, n, r = (np.array(ratios[k, m, x]) for x in ("Brainwright", "NeuroTS", "fitted half"))
        print(f"{k} {m}: median ours {np.median(o):.4f}, NeuroTS {np.median(n):.4f}, real half {np.median(r):.4f}; median ratio {np.median(o / n):.3f}")
print(f"all four: median ratio {np.median([np.array(ratios[k, m, 'Brainwright']) / np.array(ratios[k, m, 'NeuroTS']) for k in TYPES for m in ('mean |diff|', 'total variation')]):.3f}")
for key in sorted({k[1:] for k in scores}):
    print(f"{key[0]} {key[1]}: {statistics.median(scores['Brainwright', *key]):.2f} MAD (NeuroTS {statistics.median(scores['NeuroTS', *key]):.2f})")
for (kind, name), values in copies.items():
    values, floor = np.concatenate(values), np.quantile(own_nearest[kind], 0.05)
    print(f"{kind} copies, {name}: {np.mean(values < floor):.1%} of {len(values)} trees nearer than {floor:.3f}; nearest {values.min():.3f}, median "
          f"{np.median(values):.3f} (real trees: {own_nearest[kind].min():.3f}, {np.median(own_nearest[kind]):.3f})")
if args.tissue:
    out = folder("tissue")
    subprocess.run(args.command + ["grow", "cells", "--params", str(work / f"ours{args.first}.json"), "--count", str(args.tissue), "--seed", "1",
                                   "--mtype", "L5_TPC:A", "--depth-um", "1100", "--without-axons", "--format", "swc", "--out", str(out)],
                   check=True, capture_output=True, text=True)
    tops = np.array([max(float(line.split()[3]) for line in f.read_text().splitlines() if line[:1] not in ("#", "")) for f in out.glob("*.swc")])
    print(f"in the tissue: {np.mean(tops >= 1100 - 165):.0%} of {len(tops)} cells end in layer 1; highest point {tops.max() - 1100:.1f} um above the pia")
many = [t for t in times if not math.isnan(t[2])]
print(f"CPU s a cell, mean: NeuroTS {statistics.median(t[0] for t in times):.3f}; ours, {len(real) // 2} cells from a cold start "
      f"{statistics.median(t[1] for t in times):.5f}: {statistics.median(t[0] / t[1] for t in times):,.0f}x; ours, {args.timed} cells "
      f"{statistics.median(t[2] for t in many):.5f}: {statistics.median(t[0] / t[2] for t in many):,.0f}x")
