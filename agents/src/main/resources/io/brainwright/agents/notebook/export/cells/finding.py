import matplotlib.pyplot as plt

kinds = sorted({(m["metric"], m["unit"]) for m in measures if m["value"] is not None})
figure, axes = plt.subplots(len(kinds), 1, figsize=(9, 3 * len(kinds)), squeeze=False)
for axis, (metric, unit) in zip(axes[:, 0], kinds):
    mine = [m for m in measures if m["metric"] == metric and m["value"] is not None]
    names = [" ".join([m["group"], m["variant"], *(f"{k}={v}" for k, v in m["under"].items())]) for m in mine]
    spread = [(m["spread"] or {"value": 0})["value"] for m in mine]
    axis.barh(names, [m["value"] for m in mine], xerr=spread)
    axis.set(title=metric.replace("_", " "), xlabel="" if unit == "1" else unit)
    axis.invert_yaxis()
figure.tight_layout()
plt.show()
