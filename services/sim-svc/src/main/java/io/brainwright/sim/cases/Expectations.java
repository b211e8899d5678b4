package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import io.brainwright.sim.cases.CaseReport.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares one run with what the case expects of it. */
final class Expectations {
    private final CaseFile file;
    private final CaseFile.Variant variant;
    private final CaseRun run;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Set<String> notSupported;

    Expectations(CaseFile file, CaseFile.Variant variant, CaseRun run, Set<String> notSupported) {
        this.file = file;
        this.variant = variant;
        this.run = run;
        this.notSupported = notSupported;
    }

    List<Outcome> judge() {
        for (var expectation : variant.root().path("expect")) {
            if (isHere(expectation)) {
                try {
                    judge(expectation);
                } catch (NotSupported e) {
                    notSupported.add(expectation.path("type").asString() + ": " + e.getMessage());
                }
            }
        }
        return outcomes;
    }

    private void judge(JsonNode expectation) {
        switch (expectation.path("type").asString()) {
            case "trace" -> trace(expectation);
            case "spikes" -> spikes(expectation);
            case "network_spikes" -> networkSpikes(expectation);
            case "table" -> table(expectation);
            case "compartments" -> CompartmentTable.judge(file, expectation, run, this::checks, this::add);
            case "impedance" -> ImpedanceTable.judge(file, expectation, run, this::checks, this::add);
            case "current_balance" -> {
                for (var check : checks(expectation)) {
                    add("currents less injected", check, run.records.currents.worstImbalance_nA());
                }
            }
            default -> throw new NotSupported("this kind of expectation");
        }
    }

    private boolean isHere(JsonNode node) {
        return !node.has("variant") || node.path("variant").asString().equals(variant.name());
    }

    private void trace(JsonNode expectation) {
        var csv = Csv.read(file.sibling(expectation.path("file").asString()));
        var t_ms = csv.column(expectation.path("time_column").asString());
        for (var column : expectation.path("columns")) {
            if (isHere(column)) {
                var expected = csv.column(column.path("column").asString());
                var trace = run.records.trace(column.path("record").asString());
                var found = Traces.at(trace, run.dt_ms(), t_ms);
                for (var check : checks(expectation)) {
                    add(column.path("column").asString(), check, Errors.of(check, t_ms, found, expected));
                }
            }
        }
    }

    private void spikes(JsonNode expectation) {
        var record = expectation.path("record").asString();
        var expected = numbers(expectation.path("times_ms"));
        for (var check : checks(expectation)) {
            var trace = run.records.trace(record);
            var found = Traces.crossings(
                    trace, run.dt_ms(), expectation.path("threshold_mV").asDouble());
            add("spikes of " + record, check, Errors.ofSpikes(check, found, expected));
        }
    }

    private void networkSpikes(JsonNode expectation) {
        var csv = Csv.read(file.sibling(expectation.path("file").asString()));
        var t_ms = csv.column(expectation.path("time_column").asString());
        var cells = csv.column(expectation.path("cell_column").asString());
        for (var check : checks(expectation)) {
            double worst = 0;
            for (int cell = 0; cell < run.network.cells.size(); cell++) {
                var expected = new ArrayList<Double>();
                for (int i = 0; i < cells.length; i++) {
                    if (cells[i] == cell) {
                        expected.add(t_ms[i]);
                    }
                }
                var wanted = expected.stream().mapToDouble(t -> t).sorted().toArray();
                double error = Errors.ofSpikes(check, run.spikesOf(cell), wanted);
                worst = Double.isNaN(error) ? error : Math.max(worst, error);
                if (Double.isNaN(worst)) {
                    break;
                }
            }
            add("spikes of %d cells".formatted(run.network.cells.size()), check, worst);
        }
    }

    private void table(JsonNode expectation) {
        var csv = Csv.read(file.sibling(expectation.path("file").asString()));
        var keys = csv.column(expectation.path("key_column").asString());
        for (int row = 0; row < keys.length; row++) {
            if (Math.abs(keys[row] - variant.entry().path("key").asDouble(Double.NaN)) > 1e-9) {
                continue;
            }
            for (var column : expectation.path("columns")) {
                var name = column.path("column").asString();
                double expected = csv.column(name)[row];
                for (var check : checks(column)) {
                    double found = Measures.of(column.path("measure"), run);
                    add(name, check, Errors.of(check, new double[] {0}, new double[] {found}, new double[] {expected}));
                }
            }
        }
    }

    /** The checks for this scheme; those for other schemes compare with converged solutions and do not hold for this step. */
    private List<JsonNode> checks(JsonNode owner) {
        var mine = new ArrayList<JsonNode>();
        for (var check : owner.isArray() ? owner : owner.path("checks")) {
            if (!check.path("scheme").asString().equals("other")) {
                mine.add(check);
            }
        }
        return mine;
    }

    private void add(String what, JsonNode check, double error) {
        var kind = check.path("kind").asString();
        outcomes.add(Outcome.of(
                variant.name(), what, kind, error, check.path("tolerance").asDouble()));
    }

    static double[] numbers(JsonNode list) {
        var values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asDouble();
        }
        return values;
    }

    /** A set for what could not be judged. */
    static Set<String> nothing() {
        return new HashSet<>();
    }
}
