package io.brainwright.agents.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.node.ArrayNode;

/** The versions of one plan while it is edited; the last edit can be taken back, down to the first draft. */
public final class PlanVersions {
    private final Deque<Plan> versions = new ArrayDeque<>();

    public PlanVersions(Plan first) {
        versions.push(first);
    }

    public Plan current() {
        return versions.element();
    }

    /** Edits the current version by a JSON Patch. */
    public Plan edit(ArrayNode operations) {
        versions.push(PlanPatch.apply(current(), operations));
        return current();
    }

    /** Takes the last edit back; the first draft stays. */
    public Plan undo() {
        if (versions.size() > 1) {
            versions.pop();
        }
        return current();
    }
}
