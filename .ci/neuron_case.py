"""Runs a case of mechanism files in NEURON, and compares its traces with the case's table or writes that table.

Usage: python neuron_case.py LIBRARY CASE.json [--prefix bw_] [--write]
       LIBRARY: what nrnivmodl made; --prefix: mechanisms other than NEURON's own have this before their names
One section of one compartment for each cell. The tolerances are the case's own.
"""

import csv
import json
import sys
from pathlib import Path

from neuron import h

library, path = sys.argv[1], Path(sys.argv[2])
prefix = sys.argv[sys.argv.index("--prefix") + 1] if "--prefix" in sys.argv else ""
case = json.loads(path.read_text())
h.nrn_load_dll(library)
h.load_file("stdrun.hoc")
OWN = {"pas": {"g_S_cm2": "g", "e_mV": "e"}}
h.celsius = case["run"]["celsius_degC"]


def known(name):
    return name if name in OWN else prefix + name


sections, points, keep, events = [], {}, [], []
for cell in case["cells"]:
    s = h.Section(name="cell%d" % len(sections))
    shape, group = cell["sections"][0], cell["groups"]["soma"]
    s.L, s.diam, s.nseg, s.Ra, s.cm = shape["length_um"], shape["diam_um"], 1, cell["Ra_ohm_cm"], group["cm_uF_cm2"]
    for name, parameters in group["mechanisms"].items():
        s.insert(known(name))
        for key, value in parameters.items():
            setattr(s, f"{OWN.get(name, {}).get(key, key)}_{known(name)}", value)
    sections.append(s)
for synapse in case["synapses"]:
    p = getattr(h, known(synapse["type"]))(sections[synapse["at"]["cell"]](0.5))
    for key, value in synapse["parameters"].items():
        setattr(p, key, value)
    points[synapse["id"]] = p
    for given in synapse["inputs"]:
        connection = h.NetCon(None, p)
        connection.weight[0] = given["weight"]
        events += [(connection, t) for t in given["events_ms"]]
for c, s in enumerate(sections):
    ions = case["cells"][c]["ions"]
    for name in ("ena", "ek"):
        if hasattr(s(0.5), name):
            setattr(s, name, ions[name + "_mV"])
    if hasattr(s(0.5), "eca"):
        s.cao, s.cai = ions["cao_mM"], ions["cai_mM"]
        h.ion_style("ca_ion", 1, 2, 1, 0, 0, sec=s)
for stimulus in case["stimuli"]:
    clamp = h.IClamp(sections[stimulus["at"]["cell"]](0.5))
    clamp.delay, clamp.dur, clamp.amp = stimulus["start_ms"], stimulus["duration_ms"], stimulus["amplitude_nA"]
    keep.append(clamp)
keep.append(h.FInitializeHandler(lambda: [connection.event(t) for connection, t in events]))

columns = {"t": h.Vector().record(h._ref_t)}
for record in case["records"]:
    place = sections[record["at"]["cell"]](0.5)
    if record["variable"] == "v_mV":
        pointer = place._ref_v
    elif "synapse" in record:
        pointer = getattr(points[record["synapse"]], "_ref_" + record["state"])
    else:
        pointer = getattr(place, "_ref_%s_%s" % (record["state"], known(record["mechanism"])))
    columns[record["id"]] = h.Vector().record(pointer)
h.dt, h.steps_per_ms = case["run"]["dt_ms"], 1 / case["run"]["dt_ms"]
h.finitialize(case["run"]["v_init_mV"])
h.continuerun(case["run"]["tstop_ms"])
values = {name: list(vector)[::10] for name, vector in columns.items()}

if "--write" in sys.argv:
    with open(path.parent / case["expect"][0]["file"], "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(values)
        for row in zip(*values.values()):
            writer.writerow([f"{row[0]:.6g}"] + [f"{x:.15g}" for x in row[1:]])
    sys.exit(0)
bad = 0
for expected in case["expect"]:
    with open(path.parent / expected["file"]) as table:
        rows = list(csv.DictReader(table))
    tolerance = expected["checks"][0]["tolerance"]
    for column in (c["column"] for c in expected["columns"]):
        error = max(abs(float(row[column]) - x) for row, x in zip(rows, values[column], strict=True))
        bad += error > tolerance
        print(f"{'ok ' if error <= tolerance else 'OUT'} {column}: {error:.2e}, tolerance {tolerance}")
sys.exit(1 if bad else 0)
