package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.util.ArrayList;
import java.util.List;

/** Collects the faults of a request, to report them together. */
final class Faults {
    private final List<FieldFault> faults = new ArrayList<>();

    void add(String field, String fault) {
        faults.add(new FieldFault(field, fault));
    }

    /** A number between two limits, both allowed; NaN is refused. */
    void range(String field, double value, double low, double high, String unit) {
        if (!(value >= low && value <= high)) {
            add(field, "%s %s; from %s to %s %s.".formatted(text(value), unit, text(low), text(high), unit));
        }
    }

    /** A number above 0 and at most a limit. */
    void positive(String field, double value, double high, String unit) {
        if (!(value > 0 && value <= high)) {
            add(field, "%s %s; above 0, at most %s %s.".formatted(text(value), unit, text(high), unit));
        }
    }

    /** The id of a dataset. */
    void dataset(String field, DatasetRef ref) {
        try {
            new DatasetId(ref.getId());
        } catch (Problem malformed) {
            add(field, malformed.sentence());
        }
    }

    void throwIfAny(String what) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(what, faults);
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
