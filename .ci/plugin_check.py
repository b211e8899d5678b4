"""Whether the newest study of a workspace holds the cells that examples/plugin-placement-lattice expects.

usage: plugin_check.py WORKSPACE expected.json
"""

import json
import sys
from pathlib import Path

workspace, expected = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text())
study = max((workspace / "studies").glob("*/findings.json"), key=lambda f: f.stat().st_mtime)
findings = json.loads(study.read_text())
made = {d["label"]: d for d in findings["datasets"]}
lattice = made["lattice"]
for what in ("id", "version", "rows", "row_hash"):
    assert lattice[what] == expected[what], f"{what} is {lattice[what]}, expected {expected[what]}"
assert made["sim"]["rows"]["spikes"] == expected["spikes"], made["sim"]["rows"]
assert made["sim control"]["rows"]["spikes"] == 0
print(f"lattice {lattice['id'][:12]}: the id, the rows and the spikes that are expected")
