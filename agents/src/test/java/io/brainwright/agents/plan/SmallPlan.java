package io.brainwright.agents.plan;

/** A plan with something in each of its parts, as JSON. */
public final class SmallPlan {
    public static final String JSON = """
            {"schema": "brainwright-plan/1", "version": 2, "request": "Take 60 neurons from S1HL, stimulate layer 4",
             "hypothesis": {"text": "Does activity spread?", "prediction": "more spikes",
               "criterion": {"metric": "spikes_per_cell", "group": "others", "variant": null, "relation": "GREATER",
                 "than": "control", "value": 1.5, "unit": "1"}},
             "steps": [
               {"id": "region", "action": "atlas.region", "needs": [],
                "params": {"region": "S1HL", "species": "rat", "shape": {"kind": "column", "width_um": 150}}},
               {"id": "cells", "action": "placement.cells", "needs": ["region"], "params": {"count": 60, "seed": 0, "layers": [4, 5]}},
               {"id": "run", "action": "sim.run", "needs": ["cells"], "params": {"duration_ms": 30.5, "dt_ms": 0.025}}],
             "variants": [{"name": "control", "set": {"/steps/2/params/stimuli": []}}],
             "assumptions": [{"path": "placement.cells.seed", "value": 0, "unit": "1", "source": "chosen: any seed does", "alternatives": ["1"]}],
             "questions": ["Which layer?"]}
            """;

    private SmallPlan() {}
}
