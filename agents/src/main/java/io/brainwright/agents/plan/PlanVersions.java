package io.brainwright.agents.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** The versions of one plan while it is edited; the last edit can be taken back, down to the first draft. */
public final class PlanVersions {
    private final Deque<Plan> versions = new ArrayDeque<>();

    public PlanVersions(Plan first) {
        versions.push(first);
    }

    /** The same versions again, oldest first. */
    public static PlanVersions of(List<Plan> oldestFirst) {
        var versions = new PlanVersions(oldestFirst.getFirst());
        oldestFirst.stream().skip(1).forEach(versions::push);
        return versions;
    }

    public Plan current() {
        return versions.element();
    }

    /** All versions, oldest first. */
    public List<Plan> all() {
        var all = new ArrayList<>(versions);
        Collections.reverse(all);
        return all;
    }

    /** Whether there is an edit that can be taken back. */
    public boolean canUndo() {
        return versions.size() > 1;
    }

    /** Edits the current version by a JSON Patch. */
    public Plan edit(ArrayNode operations) {
        versions.push(PlanPatch.apply(current(), operations));
        return current();
    }

    /** Takes a version that was made and checked elsewhere as the current one. */
    public void push(Plan next) {
        versions.push(next);
    }

    /** Takes the last edit back; the first draft stays. */
    public Plan undo() {
        if (versions.size() > 1) {
            versions.pop();
        }
        return current();
    }
}
