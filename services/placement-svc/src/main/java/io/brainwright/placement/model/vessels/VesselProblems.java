package io.brainwright.placement.model.vessels;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What can go wrong with vessels, in words. */
final class VesselProblems {
    private VesselProblems() {}

    static Problem tooNarrow(double width_um, double needed_um) {
        var fault = String.format(
                Locale.ROOT,
                "has no room for a penetrating arteriole beside a venule; take %.0f um or more.",
                Math.ceil(needed_um));
        return new Problem(
                Kind.INVALID,
                "COLUMN_TOO_NARROW_FOR_VESSELS",
                String.format(Locale.ROOT, "A column of %.0f um is too narrow for vessels.", width_um),
                "Its width " + fault,
                Map.of("width_um", String.valueOf(width_um), "needed_um", String.valueOf(Math.ceil(needed_um))),
                List.of(new FieldFault("shape.width_um", fault)),
                null);
    }

    static Problem apart(int parts) {
        return new Problem(
                Kind.INVALID,
                "VESSELS_NOT_CONNECTED",
                "The vessels fall into %d parts that no capillary can join without touching another.".formatted(parts),
                "Lower vessels.length_m_per_mm3 or the capillaries' diameter, or take another seed.",
                Map.of("parts", String.valueOf(parts)));
    }
}
