"""Builds the network of network.json in NEURON, runs it and writes neuron_spikes.csv (time_ms, cell).

Once: nrnivmodl mechanisms        Then: python run.py        (needs: pip install neuron)
"""
import csv
import json
import pathlib

from neuron import h

FOLDER = pathlib.Path(__file__).resolve().parent
network = json.loads((FOLDER / "network.json").read_text())
run = network["run"]
h.load_file("stdrun.hoc")
h.celsius, h.dt, h.steps_per_ms = run["celsius_degC"], run["dt_ms"], 1 / run["dt_ms"]


def spread(segments, name, value):
    """One number for all segments, or one for each."""
    for k, segment in enumerate(segments):
        setattr(segment, name, value[k] if isinstance(value, list) else value)


class Cell:
    def __init__(self, number, cell):
        self.sections = {}
        for s in cell["sections"]:
            section = h.Section(name=f"s{s['id']}", cell=self)
            section.Ra = cell["Ra_ohm_cm"]
            if s["parent"] >= 0:
                section.connect(self.sections[s["parent"]](s["parent_x"]))
            for x, y, z, diameter in s.get("points", []):
                section.pt3dadd(x, y, z, diameter)
            if "length_um" in s:
                section.L = s["length_um"]
            section.nseg = s["nseg"]
            if "diameters_um" in s:
                spread(section, "diam", s["diameters_um"])
            section.cm = s["cm_uF_cm2"]
            for mechanism, parameters in s["mechanisms"].items():
                section.insert(mechanism)
                for name, value in parameters.items():
                    spread(section, f"{name}_{mechanism}", value)
            for name, value in cell["ions"].items():
                if hasattr(section, name):
                    setattr(section, name, value)
            self.sections[s["id"]] = section

    def at(self, place):
        return self.sections[place["section"]](place["x"])


cells = [Cell(i, cell) for i, cell in enumerate(network["cells"])]
for cell in network["cells"]:
    for name, value in cell["ions"].items():
        if name in ("cai", "cao"):
            setattr(h, f"{name}0_ca_ion", value)

synapses = []
for s in network["synapses"]:
    synapse = getattr(h, s["type"])(cells[s["cell"]].at(s))
    for name, value in s["parameters"].items():
        setattr(synapse, name, value)
    synapses.append(synapse)

connections, changes = [], []
for source, target, delay_ms, weight_uS, later in network["connections"]:
    place = cells[source].at(network["cells"][source]["detector"])
    connection = h.NetCon(place._ref_v, synapses[target], sec=place.sec)
    connection.threshold = network["cells"][source]["detector"]["threshold_mV"]
    connection.delay, connection.weight[0] = delay_ms, weight_uS
    connections.append(connection)
    changes += [(from_ms, connection, weight) for from_ms, weight in later]

trains = []
for target, weight_uS, times_ms in network["events"]:
    train = h.NetCon(None, synapses[target])
    train.delay, train.weight[0] = 0, weight_uS
    trains.append((train, times_ms))

kept = []
for current in network["currents"]:
    clamp = h.IClamp(cells[current["cell"]].at(current))
    clamp.delay, clamp.dur = 0, 1e9
    times, values = h.Vector(current["times_ms"]), h.Vector(current["values_nA"])
    values.play(clamp._ref_amp, times, True)
    kept += [clamp, times, values]

detectors = []
for number, cell in enumerate(network["cells"]):
    place = cells[number].at(cell["detector"])
    detector, times = h.NetCon(place._ref_v, None, sec=place.sec), h.Vector()
    detector.threshold = cell["detector"]["threshold_mV"]
    detector.record(times)
    detectors.append((detector, times))


def begin():
    for train, times_ms in trains:
        for time_ms in times_ms:
            train.event(time_ms)
    for from_ms, connection, weight in changes:
        h.cvode.event(from_ms, lambda c=connection, w=weight: c.weight.__setitem__(0, w))


handler = h.FInitializeHandler(begin)
h.finitialize(run["v_init_mV"])
h.continuerun(run["tstop_ms"])

spikes = sorted((time, number) for number, (_, times) in enumerate(detectors) for time in times)
with open(FOLDER / "neuron_spikes.csv", "w", newline="") as file:
    table = csv.writer(file)
    table.writerow(["time_ms", "cell"])
    table.writerows(spikes)
print(f"{len(spikes)} spikes of {len({number for _, number in spikes})} cells")
