"""Opens a SONATA release with BMTK, file by file as its simulators do, and holds what it reads against libsonata.

usage: python .ci/bmtk_check.py FOLDER      (needs: pip install bmtk libsonata numpy)
"""
import json
import pathlib
import sys

import libsonata
import numpy as np
from bmtk.utils.sonata.file import File


def expect(holds, text):
    if not holds:
        sys.exit("FAILED: " + text)


def opened(folder, entry, kind):
    files = [str(folder / entry[key].replace("$BASE_DIR/", "")) for key in (f"{kind}s_file", f"{kind}_types_file")]
    return File(data_files=files[0], data_type_files=files[1])


def check_nodes(nodes, name, population):
    rows = list(nodes[name])
    expect([row.node_id for row in rows] == list(range(population.size)), f"nodes of {name}")
    everything = population.select_all()
    for column in sorted(population.attribute_names - population.enumeration_names):
        wanted = population.get_attribute(column, everything)
        if wanted.dtype.kind == "f":
            found = np.array([row[column] for row in rows])
            expect(np.array_equal(found, wanted, equal_nan=True), f"{column} of the nodes of {name}")
    print(f"BMTK: {len(rows)} nodes of {name}")


def check_edges(edges, name, population):
    count = 0
    for node in range(max(population.target_nodes(population.select_all()), default=-1) + 1):
        wanted = population.afferent_edges([node])
        rows = list(edges[name].get_target(node))
        expect([row.source_node_id for row in rows] == population.source_nodes(wanted).tolist(), f"edges of {name} onto node {node}")
        if "delay" in population.attribute_names:
            expect([row["delay"] for row in rows] == population.get_attribute("delay", wanted).tolist(), f"delays of {name} onto node {node}")
        count += len(rows)
    expect(count == population.size, f"{count} edges of {name}, libsonata has {population.size}")
    print(f"BMTK: {count} edges of {name}")


def main(folder):
    config = json.loads((folder / "circuit_config.json").read_text())
    circuit = libsonata.CircuitConfig.from_file(str(folder / "circuit_config.json"))
    for entry in config["networks"]["nodes"]:
        for name in entry["populations"]:
            check_nodes(opened(folder, entry, "node").nodes, name, circuit.node_population(name))
    for entry in config["networks"]["edges"]:
        for name in entry["populations"]:
            if circuit.edge_population(name).size:
                check_edges(opened(folder, entry, "edge").edges, name, circuit.edge_population(name))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
