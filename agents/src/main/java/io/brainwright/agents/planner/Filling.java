package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.PluggedAction;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Puts what was not said into parameters, and notes each value with its source. */
final class Filling {
    private final Defaults defaults;
    private final Map<String, Assumption> assumptions;

    Filling(Defaults defaults, Map<String, Assumption> assumptions) {
        this.defaults = defaults;
        this.assumptions = assumptions;
    }

    void number(ObjectNode p, String at, String name) {
        number(p, at, name, at + "." + name);
    }

    void number(ObjectNode p, String at, String name, String byDefault) {
        if (!p.has(name)) {
            var assumed = defaults.assume(byDefault, at + "." + name);
            p.set(name, assumed.value());
            assume(assumed);
        }
    }

    void choose(ObjectNode p, String action, String name) {
        if (!p.has(name)) {
            var assumed = Choices.assume(action + "." + name, action + "." + name);
            p.set(name, assumed.value());
            assume(assumed);
        }
    }

    /** The default of a plug-in's parameter, with the source that its stage gives. */
    void plugged(ObjectNode p, String action, PluggedAction.Parameter parameter) {
        if (!p.has(parameter.name())) {
            parameter.assumed(action).ifPresent(assumed -> {
                p.set(parameter.name(), assumed.value());
                assume(assumed);
            });
        }
    }

    void assume(Assumption assumption) {
        assumptions.putIfAbsent(assumption.path(), assumption);
    }

    /** The value of a default, noted as the assumption of a parameter. */
    Assumption named(String name, String at) {
        return defaults.assume(name, at);
    }

    boolean isAssumed(String at) {
        return assumptions.containsKey(at);
    }
}
