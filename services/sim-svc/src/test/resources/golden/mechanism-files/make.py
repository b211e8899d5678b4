"""Traces of the mechanism files in this folder from NEURON: one compartment for each.

Usage: python make.py   (in this folder; needs `pip install neuron==9.0.2 numpy` and a C++ compiler)
"""

import csv
import json
import pathlib
import subprocess
import tempfile

here = pathlib.Path(__file__).parent.resolve()
case = json.loads((here / "case.json").read_text())
build = tempfile.mkdtemp()
subprocess.run(["nrnivmodl", str(here)], cwd=build, check=True, capture_output=True)

from neuron import h  # noqa: E402

h.nrn_load_dll(str(next(pathlib.Path(build).glob("*/libnrnmech.so"))))
h.load_file("stdrun.hoc")
sections, points, keep = [], {}, []
for cell in case["cells"]:
    s = h.Section(name="cell%d" % len(sections))
    shape = cell["sections"][0]
    s.L, s.diam, s.nseg, s.Ra = shape["length_um"], shape["diam_um"], 1, cell["Ra_ohm_cm"]
    group = cell["groups"]["soma"]
    s.cm = group["cm_uF_cm2"]
    for name, parameters in group["mechanisms"].items():
        s.insert(name)
        for key, value in parameters.items():
            key = {"g_S_cm2": "g", "e_mV": "e"}.get(key, key)
            setattr(s, f"{key}_{name}", value)
    sections.append(s)
events = []
for synapse in case["synapses"]:
    p = getattr(h, synapse["type"])(sections[synapse["at"]["cell"]](0.5))
    for key, value in synapse["parameters"].items():
        setattr(p, key, value)
    points[synapse["id"]] = p
    for given in synapse["inputs"]:
        connection = h.NetCon(None, p)
        connection.weight[0] = given["weight"]
        events += [(connection, t) for t in given["events_ms"]]
for c, s in enumerate(sections):
    ions = case["cells"][c].get("ions", {})
    if hasattr(s(0.5), "ena"):
        s.ena = ions["ena_mV"]
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
        ref = place._ref_v
    elif "synapse" in record:
        ref = getattr(points[record["synapse"]], "_ref_" + record["state"])
    else:
        ref = getattr(place, "_ref_%s_%s" % (record["state"], record["mechanism"]))
    columns[record["id"]] = h.Vector().record(ref)
h.celsius, h.dt, h.steps_per_ms = case["run"]["celsius_degC"], case["run"]["dt_ms"], 1 / case["run"]["dt_ms"]
h.finitialize(case["run"]["v_init_mV"])
h.continuerun(case["run"]["tstop_ms"])
with open(here / "traces.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in list(zip(*columns.values()))[::10]:
        writer.writerow([f"{row[0]:.6g}"] + [f"{x:.15g}" for x in row[1:]])
