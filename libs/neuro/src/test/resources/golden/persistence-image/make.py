"""Writes bars.csv, images.csv and distances.csv: persistence images of made populations of bars by TMD. usage: python make.py (needs: pip install tmd)"""
import csv
import pathlib

import numpy as np
from tmd.Topology import analysis

HERE = pathlib.Path(__file__).parent
STEP = 9  # every ninth point of the 100 x 100 is kept


def population(seed, n, reach, trunks):
    """Bars as trees have them: trunks from 0, branches that part from somewhere and end farther out."""
    draws = np.random.default_rng(seed)
    fork = np.where(np.arange(n) < trunks, 0.0, draws.gamma(1.5, reach / 6, n))
    return np.column_stack([fork + draws.gamma(2.0, reach / 8, n) + 1, fork]).round(3)


def limits(a, b):
    both = np.vstack([a, b])
    return [[both[:, k].min(), both[:, k].max()] for k in (0, 1)]


def main():
    made = {"basal": population(1, 90, 300, 12), "bushy": population(2, 400, 350, 40), "apical": population(3, 37, 1200, 1),
            "three": np.array([[120.5, 0.0], [80.25, 20.0], [60.0, 41.0]])}
    pairs = [("basal", "bushy"), ("basal", "apical"), ("bushy", "apical"), ("basal", "three")]
    with open(HERE / "bars.csv", "w", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["population", "tip_um", "fork_um"])
        for name, bars in made.items():
            rows.writerows([name, *bar] for bar in bars.tolist())
    with open(HERE / "images.csv", "w", newline="") as out, open(HERE / "distances.csv", "w", newline="") as far:
        points, distances = csv.writer(out, lineterminator="\n"), csv.writer(far, lineterminator="\n")
        points.writerow(["population", "beside", "tip", "fork", "value"])
        distances.writerow(["a", "b", "mean_difference", "total_variation"])
        for a, b in pairs:
            x, y = limits(made[a], made[b])
            p, q = (analysis.persistence_image_data(made[name].tolist(), xlim=x, ylim=y) for name in (a, b))
            for name, other, image in ((a, b, p), (b, a, q)):
                points.writerows([name, other, i, j, "%.12g" % image[i, j]] for i in range(0, 100, STEP) for j in range(0, 100, STEP))
            distances.writerow([a, b, "%.12g" % np.abs(p - q).mean(), "%.12g" % (np.abs(p / p.sum() - q / q.sum()).sum() / 2)])


main()
