"""Opens a SONATA release with libsonata and bluepysnap; says the first thing that is wrong and exits with 1.

Usage: python .ci/sonata_check.py FOLDER...        (needs: pip install bluepysnap libsonata numpy h5py)
"""
import pathlib
import sys

import h5py
import libsonata
import numpy as np
from bluepysnap import circuit_validation, simulation_validation


def expect(holds, text):
    if not holds:
        sys.exit("FAILED: " + text)


def no_findings(what, findings):
    expect(not findings, f"{what}: " + "; ".join(sorted(str(f.message) for f in findings)))


def same_columns(where, population, file):
    """Every attribute by libsonata equals the plain HDF5 columns by h5py, words included."""
    everything = population.select_all()
    with h5py.File(file) as hdf:
        group = hdf[where]["0"]
        library = group.get("@library", {})
        for name in sorted(population.attribute_names):
            column = group[name][:]
            if name in library:
                column = library[name].asstr()[:][column]
            expect(np.array_equal(population.get_attribute(name, everything), column, equal_nan=column.dtype.kind == "f"),
                   f"{where}: libsonata reads other values of {name} than h5py")
        for name in sorted(population.dynamics_attribute_names if where.startswith("nodes") else []):
            expect(np.array_equal(population.get_dynamics_attribute(name, everything),
                                  group["dynamics_params"][name][:], equal_nan=True),
                   f"{where}: libsonata reads other values of dynamics_params/{name} than h5py")
    print(f"{where}: {population.size} rows, {len(population.attribute_names)} attributes")


def holding(folder, where):
    """The file of a release that holds a population."""
    for file in sorted(folder.glob("*.h5")):
        with h5py.File(file) as hdf:
            if where in hdf:
                return file
    sys.exit(f"FAILED: no file of {folder} holds {where}")


def check_circuit(config):
    no_findings("validate-circuit", circuit_validation.validate(str(config), skip_slow=False, print_errors=False))
    circuit = libsonata.CircuitConfig.from_file(str(config))
    for name in circuit.node_populations:
        same_columns(f"nodes/{name}", circuit.node_population(name), holding(config.parent, f"nodes/{name}"))
    for name in circuit.edge_populations:
        edges = circuit.edge_population(name)
        if edges.size == 0:
            continue  # libsonata knows such a population, but no selection of nothing: select_all raises
        everything = edges.select_all()
        same_columns(f"edges/{name}", edges, holding(config.parent, f"edges/{name}"))
        sources, targets = edges.source_nodes(everything), edges.target_nodes(everything)
        expect(np.all(np.diff(targets.astype(np.int64)) >= 0), f"{name} is not sorted by target")
        for node in np.unique(targets):
            expect(np.array_equal(edges.afferent_edges([node]).flatten(), np.flatnonzero(targets == node)),
                   f"{name}: the index gives other afferent edges of node {node} than the columns")
        for node in np.unique(sources):
            expect(np.array_equal(np.sort(edges.efferent_edges([node]).flatten()), np.flatnonzero(sources == node)),
                   f"{name}: the index gives other efferent edges of node {node} than the columns")
    return circuit


def check_run(config, circuit):
    no_findings("validate-simulation", simulation_validation.validate(str(config), print_errors=False))
    run = libsonata.SimulationConfig.from_file(str(config))
    spikes = libsonata.SpikeReader(run.output.spikes_file)
    for name in spikes.get_population_names():
        found = spikes[name].get_dict()
        times, nodes = np.asarray(found["timestamps"]), np.asarray(found["node_ids"])
        expect(spikes[name].sorting == "by_time", f"spikes of {name} are sorted '{spikes[name].sorting}'")
        expect(np.all(np.diff(times) >= 0), f"spikes of {name} are not in the order of time")
        size = circuit.node_population(name).size
        expect(not len(nodes) or nodes.max() < size, f"a spike of {name} names node {nodes.max() if len(nodes) else 0} of {size}")
        print(f"{name}: {len(times)} spikes")
    for name in run.list_report_names:
        report = run.report(name)
        reader = libsonata.ElementReportReader(report.file_name)
        for population in reader.get_population_names():
            frames = reader[population].get()
            wanted = round((report.end_time - report.start_time) / report.dt)
            with h5py.File(report.file_name) as hdf:
                stored = hdf[f"report/{population}/data"][:]
            expect(np.array_equal(frames.data, stored), f"{name}: libsonata reads other frames than h5py")
            expect(len(frames.times) == wanted, f"{name} has {len(frames.times)} frames, its configuration says {wanted}")
            print(f"{name}: {frames.data.shape[0]} frames of {frames.data.shape[1]} values")


def main(folder):
    folder = pathlib.Path(folder)
    circuit = check_circuit(folder / "circuit_config.json")
    if (folder / "simulation_config.json").exists():
        check_run(folder / "simulation_config.json", circuit)
    print(f"the release {folder.name} is sound")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for each in sys.argv[1:]:
        main(each)
