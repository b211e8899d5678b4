package io.brainwright.agents.planner;

import io.brainwright.agents.frames.PluggedWords;
import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.PluggedAction;
import io.brainwright.agents.plan.PluggedActions;
import java.util.ArrayList;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What words change of a plan's plugged-in steps: values of one that is there, or one in the place of a built-in step. */
final class PluggedEdit {
    private final PluggedWords words;
    private final PluggedActions plugged;
    private final PatchWriter patch;

    PluggedEdit(PluggedWords words, PluggedActions plugged, PatchWriter patch) {
        this.words = words;
        this.plugged = plugged;
        this.patch = patch;
    }

    void read() {
        words.asked().forEach((name, said) -> {
            var part = plugged.part(name);
            if (patch.has(name)) {
                said.properties().forEach(e -> patch.set(name, e.getKey(), e.getValue()));
            } else if (patch.has(part)) {
                plugged.find(name).ifPresent(action -> swap(part, action, said));
            }
        });
    }

    /** Values that both actions have stay; what was assumed for one stays assumed for the other. */
    private void swap(String part, PluggedAction by, ObjectNode said) {
        var old = patch.params(part).orElseThrow();
        var params = JsonNodeFactory.instance.objectNode();
        var assumed = new ArrayList<Assumption>();
        for (var p : by.parameters()) {
            if (said.has(p.name())) {
                params.set(p.name(), said.get(p.name()));
            } else if (old.has(p.name())) {
                params.set(p.name(), old.get(p.name()));
                patch.plan().assumptions().stream()
                        .filter(a -> a.path().equals(part + "." + p.name()))
                        .map(a -> new Assumption(
                                by.name() + "." + p.name(), a.value(), a.unit(), a.source(), a.alternatives()))
                        .forEach(assumed::add);
            } else {
                p.assumed(by.name()).ifPresent(a -> {
                    params.set(p.name(), a.value());
                    assumed.add(a);
                });
            }
        }
        patch.swap(part, by.name(), params, assumed);
    }
}
