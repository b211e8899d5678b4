"""Opens a SONATA release with libsonata and bluepysnap; says the first thing that is wrong and exits with 1.

Usage: python .ci/sonata_check.py FOLDER...        (needs: pip install bluepysnap libsonata morphio numpy h5py)
"""
import pathlib
import sys

import h5py
import libsonata
import morphio
import morphio.vasculature
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
    check_tissue(circuit)
    return circuit


def by_name(population, columns):
    everything = population.select_all()
    return {name: population.get_attribute(name, everything) for name in columns}


def check_vessels(circuit, name):
    """Pieces go on from each other along a section, and MorphIO reads the same sections."""
    pieces = by_name(circuit.node_population(name), [f"{end}_{axis}" for end in ("start", "end") for axis in "xyz"]
                     + ["start_diameter", "end_diameter", "start_node", "end_node", "section_id", "segment_id", "type"])
    expect(pieces["type"].dtype == np.int32 and np.all((pieces["type"] >= 1) & (pieces["type"] <= 7)),
           f"{name}: types of vessels are int32 from 1 to 7")
    follows = np.flatnonzero(pieces["segment_id"] > 0)
    for start, end in [("start_node", "end_node")] + [(f"start_{axis}", f"end_{axis}") for axis in "xyz"]:
        expect(np.array_equal(pieces[start][follows], pieces[end][follows - 1]),
               f"{name}: a piece does not begin where the one before ends ({start})")
    files = circuit.node_population_properties(name)
    read = morphio.vasculature.Vasculature(files.vasculature_file)
    expect(len(read.sections) == len(np.unique(pieces["section_id"])), f"{name}: MorphIO reads {len(read.sections)} sections")
    for section in read.sections:
        rows = np.flatnonzero(pieces["section_id"] == section.id)
        line = np.array([[*(pieces[f"start_{axis}"][row] for axis in "xyz"), pieces["start_diameter"][row]] for row in rows]
                        + [[*(pieces[f"end_{axis}"][rows[-1]] for axis in "xyz"), pieces["end_diameter"][rows[-1]]]])
        expect(np.array_equal(np.column_stack([section.points, section.diameters]), line)
               and int(section.type) == pieces["type"][rows[0]],
               f"{name}: MorphIO reads another section {section.id}")
        for after in section.successors:
            expect(pieces["end_node"][rows[-1]] == pieces["start_node"][np.flatnonzero(pieces["section_id"] == after.id)[0]],
                   f"{name}: section {after.id} does not begin where section {section.id} ends")
    corners = sum(line.startswith("v ") for line in open(files.vasculature_mesh, encoding="utf-8"))
    expect(corners == 8 * len(read.points), f"{name}: the surface has {corners} corners, not a ring of 8 at each point")
    print(f"{name}: {len(read.sections)} sections of vessels, the same by MorphIO")


def check_astrocytes(circuit, name):
    """Each soma is the sphere that MorphIO reads; each domain is a closed surface about it whose neighbours know each other."""
    cells = by_name(circuit.node_population(name), ["x", "y", "z", "radius", "morphology"])
    files = circuit.node_population_properties(name)
    for shape, radius in zip(cells["morphology"], cells["radius"]):
        soma = morphio.Morphology(pathlib.Path(files.morphologies_dir) / f"{shape}.swc").soma
        expect(np.isclose(soma.diameters[0], 2 * radius, rtol=1e-6), f"{name}: the soma of {shape} has another radius")
    with h5py.File(files.microdomains_file) as hdf:
        points, triangles, behind = (hdf["data"][key][:] for key in ("points", "triangle_data", "neighbors"))
        first, rows = hdf["offsets/points"][:], hdf["offsets/triangle_data"][:]
    expect(len(first) == len(cells["x"]) + 1 and first[-1] == len(points) and rows[-1] == len(triangles) == len(behind),
           f"{name}: domains end at other rows than their offsets say")
    neighbours = set()
    for i in range(len(first) - 1):
        corners, faces = points[first[i]:first[i + 1]].astype(float), triangles[rows[i]:rows[i + 1], 1:]
        if len(faces) == 0:
            continue
        edges = {(int(f[k]), int(f[(k + 1) % 3])) for f in faces for k in range(3)}
        expect(len(edges) == 3 * len(faces) and all((b, a) in edges for a, b in edges)
               and len(np.unique(faces)) - len(edges) // 2 + len(faces) == 2, f"{name}: domain {i} is not closed")
        soma = corners[faces] - [cells[axis][i] for axis in "xyz"]
        expect(np.einsum("ij,ij->i", soma[:, 0], np.cross(soma[:, 1], soma[:, 2])).sum() > 0, f"{name}: domain {i} is inside out")
        neighbours |= {(i, int(j)) for j in behind[rows[i]:rows[i + 1]] if j >= 0}
    mutual = sum((j, i) in neighbours for i, j in neighbours)
    expect(mutual >= 0.9 * len(neighbours), f"{name}: of {len(neighbours)} neighbours {mutual} know each other")
    print(f"{name}: {len(first) - 1} astrocytes, {len(neighbours)} neighbours of domains, {mutual} of them mutual")


def check_endfeet(circuit, name):
    """A foot stands on the wall of its piece of vessel, and its area is in the file of areas."""
    feet = circuit.edge_population(name)
    columns = by_name(feet, ["endfoot_id", "vasculature_section_id", "vasculature_segment_id"] + [f"endfoot_surface_{a}" for a in "xyz"])
    vessels, chosen = circuit.node_population(feet.source), feet.source_nodes(feet.select_all())
    for ours, theirs in (("vasculature_section_id", "section_id"), ("vasculature_segment_id", "segment_id")):
        expect(np.array_equal(columns[ours], vessels.get_attribute(theirs, vessels.select_all())[chosen]),
               f"{name}: {ours} is not that of the vessel")
    with h5py.File(circuit.edge_population_properties(name).endfeet_meshes_file) as hdf:
        areas = hdf["data/surface_area"][:]
    expect(np.array_equal(np.sort(columns["endfoot_id"]), np.arange(feet.size)) and len(areas) == feet.size,
           f"{name}: feet and areas do not belong together")
    expect(np.array_equal(areas[columns["endfoot_id"]], feet.get_attribute("area_um2", feet.select_all())),
           f"{name}: the file of areas has other areas")
    print(f"{name}: {feet.size} end-feet")


def check_wrapped(circuit, name):
    """The synapse lies on the edge's target, and the astrocyte's place is its soma."""
    wrapped = circuit.edge_population(name)
    everything = wrapped.select_all()
    populations = set(wrapped.get_attribute("synapse_population", everything))
    expect(len(populations) == 1, f"{name}: wraps synapses of {populations}")
    synapses = circuit.edge_population(populations.pop())
    ids = wrapped.get_attribute("synapse_id", everything)
    expect(np.array_equal(synapses.target_nodes(synapses.select_all())[ids], wrapped.target_nodes(everything)),
           f"{name}: a synapse lies on another cell than its edge ends on")
    cells = circuit.node_population(wrapped.source)
    for axis in "xyz":
        expect(np.array_equal(cells.get_attribute(axis, cells.select_all())[wrapped.source_nodes(everything)],
                              wrapped.get_attribute(f"astrocyte_center_{axis}", everything)),
               f"{name}: astrocyte_center_{axis} is not that of the soma")
    print(f"{name}: {wrapped.size} edges, each to the cell of its synapse")


def check_tissue(circuit):
    """What is there beside neurons."""
    for name in circuit.node_populations:
        kind = circuit.node_population_properties(name).type
        if kind in TISSUE:
            TISSUE[kind](circuit, name)
    for name in circuit.edge_populations:
        kind = circuit.edge_population_properties(name).type
        if kind in TISSUE and circuit.edge_population(name).size:
            TISSUE[kind](circuit, name)


TISSUE = {"vasculature": check_vessels, "astrocyte": check_astrocytes, "endfoot": check_endfeet, "synapse_astrocyte": check_wrapped}


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
