package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseReport.Outcome;
import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.synapse.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Judges tables of functions: gates over voltage, release over a train. */
final class FunctionTables {
    private FunctionTables() {}

    static List<Outcome> judge(CaseFile file, String kind, Backend backend, Set<String> notSupported) {
        return switch (kind) {
            case "gates" -> gates(file);
            case "release" -> release(file);
            case "synapse_course" -> SynapseCourse.judge(file, backend);
            default -> {
                notSupported.add("kind " + kind);
                yield List.of();
            }
        };
    }

    private static List<Outcome> gates(CaseFile file) {
        var outcomes = new ArrayList<Outcome>();
        double celsius_degC = file.root().path("celsius_degC").asDouble();
        for (var table : file.root().path("tables")) {
            var csv = Csv.read(file.sibling(table.path("file").asString()));
            var key = csv.column(table.path("key_column").asString());
            var keyName = table.path("key").asString();
            for (var column : table.path("columns")) {
                var quantity = column.path("quantity").asString();
                var mechanism = Mechanism.named(column.path("mechanism").asString());
                var found = new double[key.length];
                for (int i = 0; i < found.length; i++) {
                    found[i] = gate(mechanism, celsius_degC, quantity, keyName, key[i]);
                }
                var name = column.path("column").asString();
                var checks = table.path("checks").path(quantity.endsWith("inf") ? "inf" : "tau");
                for (var check : checks) {
                    add(outcomes, name, check, Errors.of(check, key, found, csv.column(name)));
                }
            }
        }
        return outcomes;
    }

    private static double gate(Mechanism mechanism, double celsius_degC, String quantity, String keyName, double key) {
        var at = new HashMap<String, Double>();
        mechanism.parameters().forEach(p -> at.put(p.name(), p.value()));
        if (keyName.equals("v_mV")) {
            at.put("v", key);
        } else {
            at.put("lncai", StrictMath.log(Math.max(key, 1e-7)));
        }
        var gate = Kinetics.of(mechanism, celsius_degC, 0.025).gates().stream()
                .filter(g -> quantity.startsWith(g.name()))
                .findFirst()
                .orElseThrow();
        return (quantity.endsWith("inf") ? gate.inf() : gate.tau_ms()).value(at);
    }

    private static List<Outcome> release(CaseFile file) {
        var outcomes = new ArrayList<Outcome>();
        var csv = Csv.read(file.sibling(file.root().path("file").asString()));
        var classOf = csv.column("class");
        var times = Expectations.numbers(file.root().path("events_ms"));
        for (var c : file.root().path("classes")) {
            var rule = new Release(
                    c.path("U").asDouble(),
                    c.path("D_ms").asDouble(),
                    c.path("F_ms").asDouble());
            var memory = Release.Memory.FRESH;
            var found = new double[3][times.length];
            for (int i = 0; i < times.length; i++) {
                memory = rule.event(memory, times[i]);
                found[0][i] = memory.u();
                found[1][i] = memory.R();
                found[2][i] = memory.released();
            }
            var columns = List.of("u", "R_before", "release");
            for (int k = 0; k < 3; k++) {
                var expected = ofClass(
                        csv.column(columns.get(k)), classOf, c.path("index").asInt());
                for (var check : file.root().path("checks")) {
                    var name = c.path("name").asString() + " " + columns.get(k);
                    add(outcomes, name, check, Errors.of(check, times, found[k], expected));
                }
            }
        }
        if (file.root().has("stochastic")) {
            outcomes.addAll(StochasticRelease.judge(file));
        }
        return outcomes;
    }

    static double[] ofClass(double[] values, double[] classOf, int index) {
        var mine = new ArrayList<Double>();
        for (int i = 0; i < values.length; i++) {
            if (classOf[i] == index) {
                mine.add(values[i]);
            }
        }
        return mine.stream().mapToDouble(v -> v).toArray();
    }

    static void add(List<Outcome> outcomes, String name, JsonNode check, double error) {
        var kind = check.path("kind").asString();
        outcomes.add(
                Outcome.of("base", name, kind, error, check.path("tolerance").asDouble()));
    }
}
