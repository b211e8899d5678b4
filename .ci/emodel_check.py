"""eFEL's features of the traces that sim run wrote: each e-type shows what its name says.

Usage: python emodel_check.py FOLDER        FOLDER/ETYPE/traces.csv: 200 ms rest, 1000 ms step        (needs: pip install efel)
"""
import csv
import pathlib
import sys

import efel

START_MS, END_MS = 200, 1200
FEATURES = ["Spikecount", "all_ISI_values", "adaptation_index2", "voltage_base", "AP_amplitude"]


def traces(file):
    with open(file) as table:
        rows = list(csv.DictReader(table))
    return {"T": [float(row["time_ms"]) for row in rows], "V": [float(row["soma"]) for row in rows],
            "stim_start": [START_MS], "stim_end": [END_MS]}


def adapts(isi):
    """Intervals grow towards the end of the step."""
    return isi[-1] > 1.3 * isi[0]


def steady(isi):
    """From the second interval on they stay within a tenth of their mean."""
    tail = isi[1:]
    mean = sum(tail) / len(tail)
    return all(abs(one - mean) < 0.1 * mean for one in tail)


def bursts(isi):
    """The first interval is the shortest, and clearly shorter than those that follow."""
    return isi[0] < 0.95 * min(isi[2:])


EXPECTED = {
    "cADpyr": [("adapts", adapts)],
    "cAC": [("adapts", adapts)],
    "bAC": [("begins with a burst", bursts), ("adapts", adapts)],
    "cNAC": [("does not adapt", lambda isi: not adapts(isi)), ("is steady", steady), ("does not burst", lambda isi: not bursts(isi))],
    "bNAC": [("begins with a burst", bursts), ("is steady", lambda isi: steady(isi[2:]))],
}
bad = 0
folder = pathlib.Path(sys.argv[1])
for etype, tests in EXPECTED.items():
    features = efel.get_feature_values([traces(folder / etype / "traces.csv")], FEATURES)[0]
    isi = [float(x) for x in features["all_ISI_values"]]
    tests = tests + [("fires", lambda isi: len(isi) >= 4),
                     ("rests", lambda _: -85 < features["voltage_base"][0] < -60),
                     ("overshoots", lambda _: min(features["AP_amplitude"]) > 40)]
    for name, holds in tests:
        if not holds(isi):
            bad += 1
            print(f"FAILED: {etype} should show: {name}; intervals {[round(x, 1) for x in isi]} ms")
    print(f"{etype}: {int(features['Spikecount'][0])} spikes, intervals {isi[0]:.1f}, {isi[1]:.1f} ... {isi[-1]:.1f} ms, "
          f"adaptation index {features['adaptation_index2'][0]:.4f}, base {features['voltage_base'][0]:.1f} mV")
sys.exit(1 if bad else 0)
