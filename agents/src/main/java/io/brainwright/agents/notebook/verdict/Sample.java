package io.brainwright.agents.notebook.verdict;

import io.brainwright.agents.run.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The observations behind one number.
 *
 * @param name whose: "L4, control"; "1.5 Hz" for a value that the criterion names
 * @param mean their mean
 * @param sd their standard deviation; null where there is one observation, or a value that was given
 * @param n how many
 * @param over over what they scatter: "seeds", "cells"; "" where there is one
 */
public record Sample(String name, double mean, @Nullable Double sd, long n, String over) {
    static final String SEEDS = "seeds";

    /** A value without observations. */
    static Sample given(double value, String unit) {
        return new Sample(Numbers.text(value) + " " + unit, value, null, 0, "");
    }

    /**
     * The measures of one group in one variant under one setting: repeats over seeds become their mean and spread, a single
     * measure keeps its own.
     *
     * @return null where nothing was measured
     */
    static @Nullable Sample of(String name, List<Measure> measures) {
        var values = new ArrayList<Double>();
        for (var m : measures) {
            if (m.value() != null) {
                values.add(m.value());
            }
        }
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() == 1) {
            return single(
                    name,
                    measures.stream().filter(m -> m.value() != null).findFirst().orElseThrow());
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Sample(name, mean, Math.sqrt(squares / (values.size() - 1)), values.size(), SEEDS);
    }

    private static Sample single(String name, Measure m) {
        double value = Objects.requireNonNull(m.value());
        var spread = m.spread();
        if (spread == null || m.n() < 2) {
            return new Sample(name, value, null, m.n(), "");
        }
        double sd = switch (spread.kind()) {
            case "sd" -> spread.value();
            case "sem" -> spread.value() * Math.sqrt((double) m.n());
            default -> Double.NaN;
        };
        return new Sample(name, value, Double.isNaN(sd) ? null : sd, m.n(), spread.over());
    }

    /** "3.2 Hz (sd 1.1 over 12 cells)". */
    String words(String unit) {
        var number = Numbers.text(mean) + Numbers.unit(unit);
        return sd == null ? number : "%s (sd %s over %d %s)".formatted(number, Numbers.text(sd), n, over);
    }
}
