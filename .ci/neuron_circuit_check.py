"""Twenty cells of a released circuit in our simulator and in NEURON: the same spikes within 0.1 ms for 200 ms.

Usage: python neuron_circuit_check.py prepare RELEASE CONFIG.json    writes the simulation of twenty cells
       python neuron_circuit_check.py compare CONFIG.json OURS NEURON    OURS: spikes.csv of sim run; NEURON: neuron_spikes.csv
"""
import csv
import json
import pathlib
import sys

CELLS, LIMIT_MS = 20, 0.1


def expect(holds, text):
    if not holds:
        sys.exit("FAILED: " + text)


def times(file, key, number):
    """Spike times by cell, 0 to 19."""
    found = {k: [] for k in range(CELLS)}
    with open(file) as table:
        for row in csv.DictReader(table):
            found[number(int(row[key]))].append(float(row["time_ms"]))
    return {cell: sorted(spikes) for cell, spikes in found.items()}


def noisy(release, ids):
    """Whether any of these cells has channels that open at random."""
    import libsonata
    nodes = libsonata.CircuitConfig.from_file(str(release / "circuit_config.json")).node_population("neurons")
    return any(etype.endswith(("STUT", "IR")) for etype in nodes.get_attribute("etype", libsonata.Selection(ids)))


def prepare(release, config):
    """The twenty cells in the middle of the column, driven by ramps and noise, their synapses ten times as strong."""
    release, config = pathlib.Path(release).resolve(), pathlib.Path(config)
    sets = json.loads((release / "node_sets.json").read_text())
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 40
    first = (count - CELLS) // 2
    sets["Twenty"] = {"population": "neurons", "node_id": list(range(first, first + CELLS))}
    node_sets = config.with_suffix(".node_sets.json")
    node_sets.write_text(json.dumps(sets))
    drive = {"input_type": "current_clamp", "node_set": "Twenty"}
    # draws are each simulator's own: what is compared is the mean of such channels
    mean = {"modifications": {"mean": {"node_set": "Twenty", "type": "ConfigureAllSections",
                                       "section_configure": "%s.deterministic_StochKv3 = 1"}}}
    mean = mean if noisy(release, sets["Twenty"]["node_id"]) else {}
    config.write_text(json.dumps({
        "network": str(release / "circuit_config.json"), "node_sets_file": str(node_sets.resolve()), "node_set": "Twenty",
        "run": {"tstop": 200, "dt": 0.025, "random_seed": 5, "spike_threshold": -20},
        "conditions": {"v_init": -76, "extracellular_calcium": 2.0} | mean,
        "inputs": {
            "ramp": drive | {"module": "linear", "delay": 10, "duration": 180, "amp_start": 0.4, "amp_end": 0.9},
            "noise": drive | {"module": "ornstein_uhlenbeck", "delay": 0, "duration": 200, "tau": 5, "mean": 0.05, "sigma": 0.1}},
        "connection_overrides": [
            {"name": "strong", "source": "Twenty", "target": "Twenty", "weight": 10, "spont_minis": 2}]}))


def compare(config, ours, neuron):
    ids = json.loads(pathlib.Path(config).with_suffix(".node_sets.json").read_text())["Twenty"]["node_id"]
    one, two = times(ours, "node_id", ids.index), times(neuron, "cell", int)
    worst = 0
    for cell in range(CELLS):
        expect(len(one[cell]) == len(two[cell]), f"cell {cell}: {len(one[cell])} spikes here, {len(two[cell])} in NEURON")
        worst = max([worst] + [abs(a - b) for a, b in zip(one[cell], two[cell])])
    count = sum(map(len, one.values()))
    expect(count >= CELLS, f"only {count} spikes: too quiet to compare")
    expect(worst <= LIMIT_MS, f"a spike is {worst} ms away from NEURON's")
    print(f"{count} spikes of {sum(map(bool, one.values()))} cells; largest difference {worst:.2g} ms")


{"prepare": prepare, "compare": compare}[sys.argv[1]](*sys.argv[2:5 if sys.argv[1] == "compare" else 4])
