"""eFEL's features of the traces that sim run wrote: each of the eleven e-types shows what its name says.

Usage: python emodel_check.py FOLDER        FOLDER/ETYPE/traces.csv: 200 ms rest, 1000 ms step        (needs: pip install efel)
"""
import csv
import pathlib
import statistics
import sys

import efel

START_MS, END_MS = 200, 1200
FEATURES = ["Spikecount", "all_ISI_values", "adaptation_index2", "ISI_CV", "irregularity_index", "time_to_first_spike",
            "voltage_base", "AP_amplitude"]


def traces(file):
    with open(file) as table:
        rows = list(csv.DictReader(table))
    return {"T": [float(row["time_ms"]) for row in rows], "V": [float(row["soma"]) for row in rows],
            "stim_start": [START_MS], "stim_end": [END_MS]}


class Firing:
    """What eFEL says of one trace."""

    def __init__(self, features):
        self.isi = [float(x) for x in features["all_ISI_values"]]
        self.tail = self.isi[1:]
        self.cv = float(features["ISI_CV"][0])
        self.irregularity = float(features["irregularity_index"][0]) / statistics.mean(self.tail)
        self.delay = float(features["time_to_first_spike"][0])
        self.longest = 2 * sorted(self.tail)[len(self.tail) // 4]  # within a cluster: twice the lower quartile
        self.pauses = [one for one in self.tail if one > self.longest]
        self.within = [one for one in self.tail if one <= self.longest]

    def adapts(self):
        """Intervals grow towards the end of the step."""
        return self.isi[-1] > 1.3 * self.isi[0]

    def steady(self, first=0):
        """Intervals after the first stay within a tenth of their mean."""
        tail = self.tail[first:]
        return all(abs(one - statistics.mean(tail)) < 0.1 * statistics.mean(tail) for one in tail)

    def bursts(self):
        """The first interval is clearly shorter than the median of the others."""
        return self.isi[0] < 0.85 * statistics.median(self.tail)

    def bursts_long(self):
        """The first cluster has five spikes at least."""
        return self.bursts() and all(one <= self.longest for one in self.isi[:4])

    def delayed(self):
        """The first spike comes after several intervals' time."""
        return self.delay > 3 * statistics.median(self.tail)

    def stutters(self):
        """Clusters of spikes at steady intervals, with pauses between them."""
        spread = statistics.stdev(self.within) / statistics.mean(self.within)
        return len(self.pauses) >= 2 and spread < 0.35

    def irregular(self):
        """Neighbouring intervals differ, without a rhythm within clusters."""
        return self.cv > 0.3 and self.irregularity > 0.25


def no(test):
    return lambda firing: not test(firing)


adapts, steady, bursts = Firing.adapts, Firing.steady, Firing.bursts
delayed, stutters, irregular = Firing.delayed, Firing.stutters, Firing.irregular
EXPECTED = {
    "cADpyr": {"adapts": adapts},
    "cAC": {"adapts": adapts, "does not stutter": no(stutters), "is regular": no(irregular)},
    "bAC": {"begins with a burst": bursts, "adapts": adapts},
    "cNAC": {"does not adapt": no(adapts), "is steady": steady, "does not burst": no(bursts), "is not delayed": no(delayed)},
    "bNAC": {"begins with a burst": bursts, "is steady": lambda firing: firing.steady(2)},
    "dNAC": {"is delayed": delayed, "is steady": lambda firing: firing.cv < 0.1},
    "cSTUT": {"stutters": stutters, "is not delayed": no(delayed)},
    "bSTUT": {"stutters": stutters, "begins with a burst": Firing.bursts_long},
    "dSTUT": {"stutters": stutters, "is delayed": delayed},
    "cIR": {"is irregular": irregular},
    "bIR": {"is irregular": irregular, "begins with a burst": Firing.bursts_long},
}
bad = 0
folder = pathlib.Path(sys.argv[1])
for etype, tests in EXPECTED.items():
    features = efel.get_feature_values([traces(folder / etype / "traces.csv")], FEATURES)[0]
    firing = Firing(features)
    tests = tests | {"fires": lambda firing: len(firing.isi) >= 4,
                     "rests": lambda _: -85 < features["voltage_base"][0] < -60,
                     "overshoots": lambda _: min(features["AP_amplitude"]) > 40}
    for name, holds in tests.items():
        if not holds(firing):
            bad += 1
            print(f"FAILED: {etype} should show: {name}; intervals {[round(x, 1) for x in firing.isi]} ms")
    print(f"{etype}: {int(features['Spikecount'][0])} spikes, first after {firing.delay:.1f} ms, intervals {firing.isi[0]:.1f}, "
          f"{firing.isi[1]:.1f} ... {firing.isi[-1]:.1f} ms, adaptation index {features['adaptation_index2'][0]:.4f}, "
          f"CV {firing.cv:.3f}, irregularity {firing.irregularity:.3f}, {len(firing.pauses)} pauses")
sys.exit(1 if bad else 0)
