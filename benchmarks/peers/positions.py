"""Somata that keep a distance: Brainwright against brainbuilder's poisson_disc; CPU seconds of placing alone, in turns, one density.

usage: python positions.py [--cells N] [--rounds N] COMMAND ...      (needs brainbuilder, scipy)
  COMMAND  starts io.brainwright.benchmarks.anatomy.PositionsBenchmark, e.g. benchmarks/run anatomy.PositionsBenchmark
The peer fills a cube of voxels of 100 um; Brainwright the layer 6 of a column of as many cells. The peer keeps 0.84 n^(-1/3) (n the density), takes the
asked number as an upper limit and may end short; Brainwright places exactly as many as asked, at that distance and at its own, 0.5 n^(-1/3): where
ten thousand draws find no room, it narrows the distance by a tenth, and says so. Distances of both are checked on the places themselves.
"""
import argparse, json, os, pathlib, statistics, subprocess, sys, tempfile, time
import numpy as np
from scipy.spatial import cKDTree
from voxcell import VoxelData
from brainbuilder.cell_positions import create_cell_positions

parse = argparse.ArgumentParser()
parse.add_argument("--cells", type=int, default=2000), parse.add_argument("--rounds", type=int, default=3)
parse.add_argument("command", nargs=argparse.REMAINDER)
args = parse.parse_args()
DENSITY = 80_300.0  # per mm3, the mean of the rat's recipe
MEAN = (1e9 / DENSITY) ** (1 / 3)
work = pathlib.Path(tempfile.mkdtemp())
edge = round((args.cells / DENSITY * 1e9) ** (1 / 3) / 100)
field = VoxelData(np.full((edge, edge, edge), DENSITY), voxel_dimensions=(100.0, 100.0, 100.0))


def nearest(places):
    return cKDTree(places).query(places, k=2)[0][:, 1].min()


def peer(seed):
    start = time.process_time()
    places = create_cell_positions(field, method="poisson_disc", seed=seed)
    took = time.process_time() - start
    return places, took


def ours(factor, passes):
    out = work / "places.txt"
    told = subprocess.run(args.command + [str(DENSITY), str(args.cells), str(factor), str(passes), str(out)], check=True, capture_output=True,
                          text=True).stdout
    return np.loadtxt(out), json.loads(told.strip().splitlines()[-1])


sys.stderr = open(os.devnull, "w")  # the peer's progress bar
ratios = {0.84: [], 0.5: []}
for k in range(args.rounds):
    places, took = peer(k)
    asked = round(edge**3 * DENSITY * 1e-3)
    line = f"peer {len(places)} of {asked} cells, {len(places) / took:,.0f} per CPU s, nearest {nearest(places):.2f} um (0.84: {0.84 * MEAN:.2f})"
    for factor, passes in ((0.84, 300), (0.5, 300)):
        own, told = ours(factor, passes)
        ratios[factor].append(told["cells"] / told["cpu_s"] / (len(places) / took))
        line += (f"; Brainwright at {factor}: {told['cells'] / told['cpu_s']:,.0f}, {len(own)} a pass, nearest {nearest(own):.2f} um (asked "
                 f"{told['asked_um']:.2f}, kept {told['kept_um']:.2f})")
    print(line, flush=True)
for factor, values in ratios.items():
    print(f"median ratio at {factor} n^(-1/3): {statistics.median(values):,.0f}x")
