"""NEURON compiles the exported mechanisms; each under voltage clamp must give the reference's currents.

Usage: python neuron_mechanisms_check.py LIBRARY REFERENCE   (LIBRARY: what nrnivmodl made, REFERENCE: .../sim/vclamp_channels)
"""

import csv
import json
import sys
from pathlib import Path

from neuron import h

library, reference = sys.argv[1], Path(sys.argv[2])
h.nrn_load_dll(library)
h.load_file("stdrun.hoc")
case = json.loads((reference / "case.json").read_text())
expect = case["expect"][0]
with open(reference / expect["file"]) as table:
    rows = list(csv.DictReader(table))
times = [float(row[expect["time_column"]]) for row in rows]
check = expect["checks"][0]


def looks_at(t):
    return not any(a < t < b for a, b in check.get("exclude_ms", []))


def current(variant):
    (mechanism, parameters), = variant["set"]["/cells/0/groups/soma/mechanisms"].items()
    soma = h.Section(name="soma")
    soma.L = soma.diam = 20
    soma.nseg, soma.cm, soma.Ra = 1, 1, 100
    soma.insert("bw_" + mechanism)
    setattr(soma, "gbar_S_cm2_bw_" + mechanism, parameters["gbar_S_cm2"])
    for name, value in (("ena", 50), ("ek", -90), ("eca", 140.236601)):
        if hasattr(soma(0.5), name):
            setattr(soma, name, value)
    clamp = h.SEClamp(soma(0.5))
    clamp.rs = 0.001
    levels = [dict(level) for level in case["stimuli"][0]["levels"]]
    levels[1]["v_mV"] = variant["set"]["/stimuli/0/levels/1/v_mV"]
    for k, level in enumerate(levels, start=1):
        setattr(clamp, f"dur{k}", level["duration_ms"])
        setattr(clamp, f"amp{k}", level["v_mV"])
    variable = variant["set"]["/records/0"]["variable"].removesuffix("_mA_cm2")
    pointer = "_ref_i_bw_" + mechanism if variable == "i" else "_ref_" + variable
    trace = h.Vector().record(getattr(soma(0.5), pointer))
    h.celsius, h.dt, h.steps_per_ms = 34, 0.025, 40
    h.finitialize(-90)
    h.continuerun(case["run"]["tstop_ms"])
    return list(trace)


bad = 0
columns = {column["variant"]: column["column"] for e in case["expect"] for column in e["columns"]}
for variant in case["variants"]:
    trace = current(variant)
    wanted = [float(row[columns[variant["name"]]]) for row in rows]
    peak = max(abs(w) for w in wanted) or 1
    error = max(abs(trace[round(t / 0.025)] - w) for t, w in zip(times, wanted) if looks_at(t)) / peak
    within = error <= check["tolerance"]
    bad += not within
    print(f"{'ok ' if within else 'OUT'} {variant['name']}: {error:.2e} of the peak, tolerance {check['tolerance']}")
print(f"{len(case['variants']) - bad} of {len(case['variants'])} agree")
sys.exit(1 if bad else 0)
