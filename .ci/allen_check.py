"""A plain Allen circuit in BMTK with NEURON and in our simulator: the same spikes within 0.1 ms.

Usage: python allen_check.py prepare MODS DIR       builds the circuit with BMTK's builder; MODS: folder of sim export-mechanisms
       python allen_check.py bmtk DIR LIBRARY       runs it in BMTK and NEURON; LIBRARY: MODS compiled; DIR/mechanisms/events is compiled too
       python allen_check.py compare DIR OURS       OURS: folder of sim run DIR/simulation_config.json
(needs: pip install bmtk neuron)
"""
import json
import pathlib
import shutil
import sys

import numpy as np

LIMIT_MS, TSTOP_MS, DT_MS, FIBRES = 0.1, 200, 0.025, 8
LIMITS = {"soma_v": 0.02, "all_v": 0.02, "soma_cai": 1e-9}  # mV, mV, mM
USED = ("NaTg", "Kv31", "K_T", "Im", "Ih", "Ca_HVA", "Ca_LVA", "CaDyn", "SK")


def expect(holds, text):
    if not holds:
        sys.exit("FAILED: " + text)


def chain(points, parent, kind, start, step, count, radius, taper=1.0):
    """Adds points one after the other; the id of the last."""
    at = np.array(start, float)
    for _ in range(count):
        at = at + step
        radius *= taper
        points.append((len(points) + 1, kind, *at, radius, parent))
        parent = len(points)
    return parent


def swc(file, apical):
    """A soma of one point, an axon, three basal trees (one forks at its first point) and, where asked for, a forked apical tree."""
    points = [(1, 1, 0.0, 0.0, 0.0, 8.0 if apical else 6.5, -1)]
    stem = chain(points, 1, 2, (0, -8, 0), (1, -9, 0), 4, 0.9, 0.95)
    for side in (-1, 1):
        chain(points, stem, 2, points[stem - 1][2:5], (side * 7, -6, 1), 5, 0.5)
    for angle in (0.3, 2.4, 4.5):
        step = np.array((9 * np.cos(angle), -2, 9 * np.sin(angle)))
        stem = chain(points, 1, 3, 0.9 * step, step, 3, 1.1, 0.92)
        for turn in (-0.5, 0.5):
            side = np.array((8 * np.cos(angle + turn), -1, 8 * np.sin(angle + turn)))
            chain(points, stem, 3, points[stem - 1][2:5], side, 9, 0.6, 0.98)
    first = len(points) + 1
    chain(points, 1, 3, (4, 4, 6), (0, 3, 6), 6, 0.8)
    chain(points, first, 3, points[first - 1][2:5], (6, 3, 0), 6, 0.5)
    if apical:
        trunk = chain(points, 1, 4, (0, 8, 0), (0, 14, 0.5), 14, 1.6, 0.97)
        for side in (-1, 1):
            chain(points, trunk, 4, points[trunk - 1][2:5], (side * 8, 10, 0), 9, 0.7, 0.99)
    file.write_text("# id type x y z radius parent\n" + "".join("%d %d %.4f %.4f %.4f %.4f %d\n" % p for p in points))


def model(ra, e_pas, cm, genome):
    listed = [{"section": s, "name": n, "value": v, "mechanism": m} for s, n, v, m in genome]
    return {"passive": [{"ra": ra, "e_pas": e_pas, "cm": [{"section": s, "cm": c} for s, c in cm.items()]}],
            "genome": listed,
            "conditions": [{"celsius": 34.0, "v_init": e_pas,
                            "erev": [{"section": s, "ena": 53.0, "ek": -95.0} for s in ("soma", "axon", "dend", "apic")]}]}


def perisomatic():
    """Channels at the soma alone."""
    soma = {"bw_NaTg": 1.4, "bw_Kv31": 0.5, "bw_K_T": 0.03, "bw_Im": 4e-4, "bw_Ca_HVA": 4e-4, "bw_Ca_LVA": 2e-3, "bw_SK": 2e-2, "bw_Ih": 1e-4}
    genome = [("soma", f"gbar_S_cm2_{m}", g, m) for m, g in soma.items()]
    genome += [("soma", "gamma_1_bw_CaDyn", 0.002, "bw_CaDyn"), ("soma", "decay_ms_bw_CaDyn", 250.0, "bw_CaDyn")]
    genome += [(s, "g_pas", g, "") for s, g in (("soma", 6e-5), ("axon", 3e-4), ("dend", 4e-5), ("apic", 5e-5))]
    made = model(120.0, -82.0, {"soma": 1.0, "axon": 1.0, "dend": 2.1, "apic": 2.1}, genome)
    made["conditions"][0]["erev"] = made["conditions"][0]["erev"][:1]
    return made


def all_active():
    """Channels in every section, cm and Ra by section."""
    genome = [("axon", "gbar_S_cm2_bw_NaTg", 2.0, "bw_NaTg"), ("axon", "gbar_S_cm2_bw_Kv31", 0.8, "bw_Kv31"), ("soma", "gbar_S_cm2_bw_NaTg", 0.5, "bw_NaTg"),
              ("soma", "gbar_S_cm2_bw_Kv31", 0.4, "bw_Kv31"), ("dend", "gbar_S_cm2_bw_NaTg", 0.01, "bw_NaTg"), ("dend", "gbar_S_cm2_bw_Kv31", 0.01, "bw_Kv31"),
              ("soma", "gbar_S_cm2_bw_Ca_HVA", 1e-4, "bw_Ca_HVA"), ("soma", "gamma_1_bw_CaDyn", 0.01, "bw_CaDyn"), ("soma", "gbar_S_cm2_bw_SK", 5e-3, "bw_SK"),
              ("axon", "Ra", 90.0, ""), ("axon", "cm", 1.0, "")]
    genome += [(s, "g_pas", str(1.2e-4), "") for s in ("soma", "axon", "dend")]
    made = model(110.0, -75.0, {"soma": 1.2, "dend": 1.4}, genome)
    made["conditions"][0]["erev"] = made["conditions"][0]["erev"][:3]
    return made


def prepare(mods, folder):
    from bmtk.builder.networks import NetworkBuilder
    from bmtk.utils.reports.spike_trains import SpikeTrains
    mods, folder = pathlib.Path(mods), pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    for made in ("morphologies", "models", "synapses", "mechanisms/modfiles", "mechanisms/events", "network"):
        (folder / made).mkdir(parents=True)
    import bmtk
    events = pathlib.Path(bmtk.__file__).parent / "utils/scripts/bionet/mechanisms/modfiles/vecevent.mod"
    shutil.copy(events, folder / "mechanisms/events")  # what BMTK plays spikes with
    for name in USED:
        shutil.copy(mods / f"bw_{name}.mod", folder / "mechanisms/modfiles")
    swc(folder / "morphologies/pyramid.swc", True)
    swc(folder / "morphologies/basket.swc", False)
    (folder / "models/pyramid.json").write_text(json.dumps(perisomatic()))
    (folder / "models/basket.json").write_text(json.dumps(all_active()))
    for name, values in {"exc": (0.3, 3.0, 0.0), "inh": (0.5, 8.0, -80.0)}.items():
        (folder / f"synapses/{name}.json").write_text(json.dumps(dict(zip(("tau1", "tau2", "erev"), values))))

    draw = np.random.RandomState(4)
    cortex, fibres = NetworkBuilder("cortex"), NetworkBuilder("fibres")
    for name, count, processing, ei in (("pyramid", 6, "aibs_perisomatic", "e"), ("basket", 3, "aibs_allactive", "i")):
        cortex.add_nodes(N=count, model_type="biophysical", model_template="ctdb:Biophys1.hoc", model_processing=processing,
                         dynamics_params=f"{name}.json", morphology=f"{name}.swc", pop_name=name, ei=ei,
                         x=draw.rand(count) * 100, y=draw.rand(count) * 100, z=draw.rand(count) * 100)
    fibres.add_nodes(N=FIBRES, model_type="virtual", pop_name="fibre")
    exc = dict(dynamics_params="exc.json", model_template="exp2syn")
    inh = dict(dynamics_params="inh.json", model_template="Exp2Syn")
    placed = fibres.add_edges(source=fibres.nodes(), target=cortex.nodes(), connection_rule=lambda s, t: 2, delay=1.5, syn_weight=0.004, **exc)
    placed.add_properties(["sec_id", "sec_x"], rule=lambda s, t: (draw.randint(1, 12), round(draw.rand(), 3)), dtypes=[int, float])
    fibres.add_edges(source=fibres.nodes(), target=cortex.nodes(ei="e"), connection_rule=lambda s, t: 3, delay=2.0, syn_weight=0.003,
                     weight_function="wmax", target_sections=["apic", "dend"], distance_range=[30.0, 200.0], **exc)
    cortex.add_edges(source={"ei": "e"}, target={"ei": "i"}, connection_rule=lambda s, t: 4, delay=1.0, syn_weight=0.003,
                     target_sections=["dend"], distance_range=[0.0, 100.0], **exc)
    stored = cortex.add_edges(source={"ei": "i"}, target={"ei": "e"}, connection_rule=lambda s, t: 2, delay=0.8, syn_weight=0.002, **inh)
    stored.add_properties(["afferent_section_id", "afferent_section_pos"], rule=lambda s, t: (draw.randint(0, 3), 0.5), dtypes=[int, float])
    for net in (cortex, fibres):
        net.build()
        net.save(output_dir=str(folder / "network"))
    spikes = SpikeTrains(population="fibres")
    for node in range(FIBRES):
        for t in np.sort(draw.rand(12)) * (TSTOP_MS - 10):
            spikes.add_spike(node_id=node, timestamp=round(float(t), 3))
    spikes.to_sonata(str(folder / "fibres.h5"))
    configure(folder)


def configure(folder):
    network = [p.name for p in sorted((folder / "network").iterdir())]
    nodes = [n for n in network if n.endswith("_nodes.h5")]
    edges = [n for n in network if n.endswith("_edges.h5")]

    def entry(name, kind):
        types = name.replace(f"_{kind}s.h5", f"_{kind}_types.csv")
        return {f"{kind}s_file": f"$NETWORK/{name}", f"{kind}_types_file": f"$NETWORK/{types}"}
    (folder / "circuit_config.json").write_text(json.dumps({
        "manifest": {"$BASE": "${configdir}", "$NETWORK": "$BASE/network"},
        "components": {"morphologies_dir": "$BASE/morphologies", "biophysical_neuron_models_dir": "$BASE/models",
                       "synaptic_models_dir": "$BASE/synapses", "mechanisms_dir": "$BASE/mechanisms"},
        "networks": {"nodes": [entry(n, "node") for n in nodes], "edges": [entry(n, "edge") for n in edges]}}, indent=1))
    (folder / "node_sets.json").write_text(json.dumps({"baskets": {"population": "cortex", "node_id": [6, 7, 8]}}))
    report = {"module": "membrane_report", "variable_name": "v", "cells": "cortex"}
    (folder / "simulation_config.json").write_text(json.dumps({
        "manifest": {"$BASE": "${configdir}", "$OUTPUT": "$BASE/output"},
        "network": "$BASE/circuit_config.json", "node_sets_file": "$BASE/node_sets.json", "target_simulator": "NEURON",
        "run": {"tstop": TSTOP_MS, "dt": DT_MS, "dL": 15.0, "spike_threshold": -15.0, "nsteps_block": 2000},
        "conditions": {"celsius": 34.0, "v_init": -80.0},
        "inputs": {"fibres": {"input_type": "spikes", "module": "h5", "input_file": "$BASE/fibres.h5", "node_set": "fibres"},
                   "step": {"input_type": "current_clamp", "module": "IClamp", "node_set": {"population": "cortex", "node_id": [0, 7]},
                            "amp": 0.25, "delay": 20.0, "duration": 120.0}},
        "reports": {"soma_v": report | {"sections": "soma"}, "all_v": report | {"sections": "all", "cells": "baskets"},
                    "soma_cai": report | {"variable_name": "cai", "sections": "soma"}},
        "output": {"output_dir": "$OUTPUT", "log_file": "log.txt", "spikes_file": "spikes.h5", "spikes_file_csv": "spikes.csv",
                   "spikes_sort_order": "by_time", "overwrite_output_dir": True}}, indent=1))


def bmtk(folder, library):
    from bmtk.simulator import bionet
    from neuron import h
    h.nrn_load_dll(library)
    config = bionet.Config.from_json(str(pathlib.Path(folder) / "simulation_config.json"))
    config.build_env()
    bionet.BioSimulator.from_config(config, network=bionet.BioNetwork.from_config(config)).run()


def spikes(file):
    import h5py
    with h5py.File(file) as h5:
        part = h5["spikes/cortex"]
        found = {}
        for node, t in zip(part["node_ids"][:], part["timestamps"][:]):
            found.setdefault(int(node), []).append(float(t))
    return {node: sorted(times) for node, times in found.items()}


def frames(file):
    import h5py
    with h5py.File(file) as h5:
        part = h5["report/cortex"]
        pointers = [name for name in part["mapping"] if name.startswith("index_pointer")]  # BMTK has the older name
        ids, pointers = (part[f"mapping/{name}"][:].astype(int) for name in ("node_ids", *pointers))
        order = np.concatenate([np.arange(pointers[k], pointers[k + 1]) for k in np.argsort(ids)])
        return part["data"][:][:, order], part["mapping/element_ids"][:][order]


def compare(folder, ours):
    folder, ours = pathlib.Path(folder), pathlib.Path(ours)
    one, two = spikes(ours / "spikes.h5"), spikes(folder / "output/spikes.h5")
    expect(sorted(one) == sorted(two), f"cells {sorted(one)} fire here, {sorted(two)} in BMTK")
    worst = 0
    for node in one:
        expect(len(one[node]) == len(two[node]), f"cell {node}: {len(one[node])} spikes here, {len(two[node])} in BMTK")
        worst = max([worst] + [abs(a - b) for a, b in zip(one[node], two[node])])
    count = sum(map(len, one.values()))
    expect(len(one) >= 6 and count >= 30, f"only {count} spikes of {len(one)} cells: too quiet to compare")
    expect(worst <= LIMIT_MS, f"a spike is {worst} ms away from BMTK's")
    print(f"{count} spikes of {len(one)} cells; largest difference {worst:.2g} ms")
    for name, limit in LIMITS.items():
        (here, sections), (there, theirs) = frames(ours / f"{name}.h5"), frames(folder / f"output/{name}.h5")
        expect(list(sections) == list(theirs), f"{name}: sections {list(sections)[:20]} here, {list(theirs)[:20]} in BMTK")
        here, there = here[1:len(there)], there[:len(here) - 1]  # BMTK's frame k is the state after step k, ours that at its time
        differences = np.abs(here - there)
        print(f"{name}: {here.shape[1]} compartments, median difference {np.median(differences):.2g}, largest {differences.max():.2g}")
        expect(differences.max() <= limit, f"{name} differs by {differences.max()}")


if __name__ == "__main__":
    verbs = {"prepare": prepare, "bmtk": bmtk, "compare": compare}
    if len(sys.argv) < 3 or sys.argv[1] not in verbs:
        sys.exit(__doc__)
    verbs[sys.argv[1]](*sys.argv[2:])
