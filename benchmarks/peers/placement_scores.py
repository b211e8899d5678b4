"""Placement scores: Brainwright against placement-algorithm; CPU seconds of scoring alone, in turns, the same cells and places.

usage: python placement_scores.py [--cells N] [--rounds N] REFERENCE_FOLDER PEER_FOLDER COMMAND ...
  REFERENCE_FOLDER  holds rules.xml, C060106F.xml, candidates.csv
  PEER_FOLDER       holds the package placement_algorithm (its repository's folder python; needs numpy, pandas, scipy, lxml)
  COMMAND           starts io.brainwright.benchmarks.anatomy.ScoresBenchmark, e.g. benchmarks/run anatomy.ScoresBenchmark
The cells are copies of the annotated one, their ends moved by a seeded draw; the places are the layers of the candidates with somata from
700 to 2000 um. The peer scores all cells at a place at once, as its own program does. All scores are compared.
"""
import argparse, json, pathlib, statistics, subprocess, sys, tempfile, time
import numpy as np

parse = argparse.ArgumentParser()
parse.add_argument("reference"), parse.add_argument("peer")
parse.add_argument("--cells", type=int, default=200), parse.add_argument("--rounds", type=int, default=3)
parse.add_argument("command", nargs=argparse.REMAINDER)
args = parse.parse_args()
sys.path.insert(0, args.peer)
from placement_algorithm.algorithm import score_morphologies
from placement_algorithm.files import PlacementRules, parse_annotations

PLACES, MTYPE = 200, "L1_HAC"
reference = pathlib.Path(args.reference)
work = pathlib.Path(tempfile.mkdtemp())
rng = np.random.default_rng(1)
(work / "cells").mkdir()
original = parse_annotations(str(reference / "C060106F.xml"))
for i in range(args.cells):
    rows = []
    for rule, ends in original.items():
        low, high = sorted(float(ends[k]) + rng.normal(0, 40) for k in ("y_min", "y_max"))
        rows.append(f'<placement rule="{rule}" y_min="{low:.3f}" y_max="{high:.3f}"/>')
    (work / "cells" / f"cell{i:05d}.xml").write_text(f'<annotations morphology="cell{i:05d}">\n' + "\n".join(rows) + "\n</annotations>\n")
layers = (reference / "candidates.csv").read_text().split("\n")[0].split()[4:]
heights = rng.uniform(700, 2000, PLACES)
(work / "places.txt").write_text("".join(f"{y:.3f} {' '.join(layers)}\n" for y in heights))

cells = {f.stem: parse_annotations(str(f)) for f in sorted((work / "cells").glob("*.xml"))}
rules, params = PlacementRules(str(reference / "rules.xml")).bind(cells, MTYPE)
places = []
for line in (work / "places.txt").read_text().splitlines():
    n = [float(x) for x in line.split()]
    place = {"y": n[0]}
    for k in range(6):
        place[f"{k + 1}_0"], place[f"{k + 1}_1"] = n[1 + 2 * k], n[2 + 2 * k]
    places.append(place)


def peer():
    start = time.process_time()
    scores = np.concatenate([score_morphologies(p, rules, params)["total"].to_numpy() for p in places])
    return scores, time.process_time() - start


def ours():
    passes = max(20, 20_000_000 // (args.cells * PLACES))
    told = subprocess.run(args.command + [str(reference / "rules.xml"), str(work / "cells"), str(work / "places.txt"), MTYPE, str(passes),
                                          str(work / "scores.txt")], check=True, capture_output=True, text=True).stdout
    told = json.loads(told.strip().splitlines()[-1])
    return np.loadtxt(work / "scores.txt"), told["cpu_s"] / told["scores"]


rates = []
for _ in range(args.rounds):
    theirs, their_s = peer()
    own, own_s = ours()
    worst = float(np.abs(theirs - own).max())
    rates.append((len(theirs) / their_s, 1 / own_s))
    print(f"peer {rates[-1][0]:,.0f} scores per CPU s; Brainwright {rates[-1][1]:,.0f}; ratio {rates[-1][1] / rates[-1][0]:,.0f}; "
          f"largest difference of {len(theirs)} scores {worst:.1e}; {np.mean(theirs > 0):.0%} above 0", flush=True)
print(f"median ratio {statistics.median(b / a for a, b in rates):,.0f}x with {len(rules)} rules, {args.cells} cells, {PLACES} places")
