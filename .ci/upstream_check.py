"""Reads what `brainwright ask --json` printed: every dataset before the simulation must have come from the catalogue."""

import json
import sys

UPSTREAM = {"atlas", "placement", "synthesis", "appositions", "connectome"}

text = open(sys.argv[1], encoding="utf-8").read()
result = json.JSONDecoder().raw_decode(text[text.index("\n{\n") + 1 :])[0]
built = {d["stage"]: d["from_catalogue"] for d in result["datasets"]}
print(built)
seen = UPSTREAM & set(built)
if not {"atlas", "placement", "synthesis", "connectome"} <= seen:
    sys.exit(f"stages are missing from the answer: {sorted(built)}")
rebuilt = sorted(stage for stage in seen if not built[stage])
if rebuilt:
    sys.exit(f"rebuilt although only the stimulus changed: {rebuilt}")
if all(built.values()):
    sys.exit("nothing was simulated although the stimulus changed")
