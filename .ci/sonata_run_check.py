"""A released run, run again from its folder: libsonata opens both, spikes and voltages are the same.

Usage: python .ci/sonata_run_check.py RELEASE RERUN        (needs: pip install libsonata numpy)
"""
import pathlib
import sys

import libsonata
import numpy as np

CLOSE_MV = 1e-4  # frames are float32; the soma's radius comes back from a contour within its rounding


def expect(holds, text):
    if not holds:
        sys.exit("FAILED: " + text)


def spikes(file):
    reader = libsonata.SpikeReader(str(file))
    population = reader[reader.get_population_names()[0]]
    expect(population.sorting == "by_time", f"{file} is sorted {population.sorting}")
    return [(int(node), round(time, 6)) for node, time in population.get()]


def frames(file):
    reader = libsonata.ElementReportReader(str(file))
    population = reader[reader.get_population_names()[0]]
    expect(population.data_units == "mV", f"{file} is in {population.data_units}")
    return population.get()


released, rerun = (pathlib.Path(argument) for argument in sys.argv[1:3])
before, after = spikes(released / "reporting/spikes.h5"), spikes(rerun / "spikes.h5")
expect(sorted(before) == sorted(after), f"spikes differ: {before[:5]} before, {after[:5]} after")
for report in "soma_report.h5", "compartment_report.h5":
    one, two = frames(released / "reporting" / report), frames(rerun / report)
    expect(np.array_equal(one.ids, two.ids), f"{report}: other nodes or sections")
    expect(np.allclose(one.times, two.times), f"{report}: other times")
    worst = float(np.max(np.abs(np.asarray(one.data) - np.asarray(two.data))))
    expect(worst < CLOSE_MV, f"{report}: voltages differ by {worst} mV")
    print(f"{report}: {one.data.shape[0]} frames of {one.data.shape[1]} values, largest difference {worst:.2g} mV")
print(f"{len(before)} spikes, all at the same times")
