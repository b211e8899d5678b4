package io.brainwright.sim.service;

import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.sim.model.analysis.Attenuation;
import io.brainwright.sim.model.analysis.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Set;

/** The metrics that voltages give. */
final class VoltageMetrics {
    static final Set<String> NAMES =
            Set.of("traces", "resting_potential", "input_resistance", "psp_amplitude", "attenuation");

    private static final int MOST_TRACES = 6;
    private static final int MOST_POINTS = 1500;
    private static final int MOST_ATTENUATED = 4;

    private final AnalysedRun run;
    private final Measurements out;

    VoltageMetrics(AnalysedRun run, MeasuredResponse.Builder answer) {
        this.run = run;
        this.out = new Measurements(answer);
    }

    void measure(String metric, String group, int[] members) {
        switch (metric) {
            case "traces" -> traces(group, members);
            case "resting_potential" -> rest(group, members);
            case "input_resistance" -> resistance(group, members);
            case "psp_amplitude" -> {
                out.sample(metric, group, sample(members, this::amplitude_mV), "mV", "cells");
                out.note(
                        "PSP amplitude: largest departure of the somatic voltage from its mean in the 5 ms before %s ms, in cells that did not fire and were not driven by current."
                                .formatted(run.from_ms()));
            }
            case "attenuation" -> attenuation(group, members);
            default -> throw new AssertionError(metric);
        }
    }

    private Sample sample(int[] members, java.util.function.IntToDoubleFunction of) {
        return Sample.of(Arrays.stream(members).mapToDouble(of).toArray());
    }

    private double amplitude_mV(int cell) {
        return run.injected().contains(run.cells().get(cell).node_id())
                ? Double.NaN
                : run.soma().amplitude_mV(cell, run.from_ms(), run.to_ms());
    }

    private void traces(String group, int[] members) {
        var soma = run.soma();
        int every = Math.max(1, soma.frames() / MOST_POINTS);
        for (int cell : Arrays.copyOf(members, Math.min(members.length, MOST_TRACES))) {
            var id = run.cells().get(cell).node_id();
            var curve =
                    out.series("traces", "%s, cell %d".formatted(group, id), "time (ms)", "membrane potential (mV)");
            for (int i = 0; i < soma.frames(); i += every) {
                curve.addX(soma.time_ms(i)).addY(soma.v_mV(i, cell));
            }
        }
        out.sample("mean_potential", group, sample(members, c -> mean_mV(c)), "mV", "cells");
    }

    private double mean_mV(int cell) {
        var soma = run.soma();
        double sum = 0;
        int n = 0;
        for (int i = 0; i < soma.frames(); i++) {
            if (soma.time_ms(i) >= run.from_ms() && soma.time_ms(i) <= run.to_ms()) {
                sum += soma.v_mV(i, cell);
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** Before the stimulus, or over the whole window where there is none. */
    private void rest(String group, int[] members) {
        double onset_ms = run.onset_ms();
        boolean before = onset_ms > 0;
        double from_ms = before ? onset_ms / 2 : run.from_ms();
        double to_ms = before ? onset_ms : run.to_ms();
        out.sample(
                "resting_potential", group, sample(members, c -> run.soma().rest_mV(c, from_ms, to_ms)), "mV", "cells");
        out.note("Resting potential: mean somatic voltage from %s to %s ms of cells that do not fire then."
                .formatted(from_ms, to_ms));
    }

    private void resistance(String group, int[] members) {
        var step = run.made().getStimuliList().stream()
                .filter(s -> s.hasCurrentStep())
                .map(s -> s.getCurrentStep())
                .findFirst();
        if (step.isEmpty()) {
            out.value("input_resistance", group, Double.NaN, "Mohm", 0);
            out.note("Input resistance was not measured: the run has no step of current.");
            return;
        }
        var s = step.get();
        out.sample(
                "input_resistance",
                group,
                sample(
                        members,
                        c -> run.injected().contains(run.cells().get(c).node_id())
                                ? run.soma().resistance_Mohm(c, s.getStartMs(), s.getDurationMs(), s.getAmplitudeNA())
                                : Double.NaN),
                "Mohm",
                "cells");
        out.note(
                "Input resistance: change of the somatic voltage in the last tenth of the step of %s nA over the current, in driven cells that do not fire."
                        .formatted(s.getAmplitudeNA()));
    }

    private void attenuation(String group, int[] members) {
        var places = run.table(SimTables.COMPARTMENTS.name());
        var first = new HashMap<Long, Integer>();
        var ids = places.longs("node_id");
        for (int k = 0; k < ids.length; k++) {
            first.putIfAbsent(ids[k], k);
        }
        var farthest = new double[Math.min(members.length, MOST_ATTENUATED)];
        for (int m = 0; m < farthest.length; m++) {
            long id = run.cells().get(members[m]).node_id();
            var begin = first.get(id);
            int from = begin == null ? 0 : begin;
            int to = from;
            while (to < ids.length && ids[to] == id) {
                to++;
            }
            farthest[m] = one(group, id, from, to);
        }
        out.sample("attenuation", group, Sample.of(farthest), "1", "cells");
        out.note(
                "Attenuation: peak change of voltage in the compartment farthest from the soma over that of the soma, by straight distance.");
    }

    private double one(String group, long id, int from, int to) {
        var places = run.table(SimTables.COMPARTMENTS.name());
        var report = run.table(SimTables.COMPARTMENT_REPORT.name());
        var times = report.doubles("time_ms");
        var values = report.floatLists("values");
        var rows = new java.util.ArrayList<float[]>();
        for (int i = 0; i < times.length; i++) {
            if (times[i] >= Math.floor(run.from_ms()) && times[i] <= run.to_ms()) {
                rows.add(Arrays.copyOfRange(values[i], from, to));
            }
        }
        int soma = 0;
        while (from + soma < to - 1 && places.ints("section_id")[from + soma] != 0) {
            soma++;
        }
        var ratios = Attenuation.ratios(rows.toArray(float[][]::new), soma);
        var curve = out.series("attenuation", "%s, cell %d".formatted(group, id), "distance (um)", "ratio to the soma");
        double far_um = -1;
        double ratio = Double.NaN;
        for (int k = 0; k < ratios.length; k++) {
            double dx = places.floats("x")[from + k] - places.floats("x")[from + soma];
            double dy = places.floats("y")[from + k] - places.floats("y")[from + soma];
            double dz = places.floats("z")[from + k] - places.floats("z")[from + soma];
            double d_um = Math.sqrt(dx * dx + dy * dy + dz * dz);
            if (!Double.isNaN(ratios[k])) {
                curve.addX(d_um).addY(ratios[k]);
            }
            if (d_um > far_um) {
                far_um = d_um;
                ratio = ratios[k];
            }
        }
        return ratio;
    }
}
