import matplotlib.pyplot as plt
import numpy as np

runs = "{{runs}}"
figure, axes = plt.subplots(1, len(runs), figsize=(6 * len(runs), 4), sharey=True, squeeze=False)
for axis, (title, (run, cells)) in zip(axes[0], runs.items()):
    population = bw.table(cells, "cells")
    layer_of = dict(zip(population["node_id"].to_pylist(), population["layer"].to_pylist()))
    order = {node: row for row, node in enumerate(sorted(layer_of, key=lambda n: (-layer_of[n], n)))}
    spikes = bw.table(run, "spikes")
    nodes = spikes["node_ids"].to_pylist()
    times_ms = spikes["timestamps"].to_numpy() if nodes else np.empty(0)
    layers = np.array([layer_of[n] for n in nodes])
    for layer in sorted(set(layer_of.values())):
        mine = layers == layer if nodes else np.zeros(0, dtype=bool)
        axis.scatter(times_ms[mine], [order[n] for n, m in zip(nodes, mine) if m], s=4, label=f"L{layer}, {mine.sum()} spikes")
    axis.set(title=title, xlabel="time (ms)", ylabel="cell, by layer")
    axis.legend(loc="upper right", fontsize="small")
plt.show()
