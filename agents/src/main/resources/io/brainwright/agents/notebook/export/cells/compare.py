known = bw.datasets()
for name, (dataset, row_hash) in recorded.items():
    assert made[name] == dataset, f"{name}: asked for {dataset}, got {made[name]}"
    assert known[dataset]["rowHash"] == row_hash, f"{name}: same id, other rows"
print(f"{len(recorded)} datasets, all with the ids and the rows of the recorded run")
