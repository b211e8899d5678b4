package io.brainwright.neuro.densities;

import io.brainwright.neuro.inference.Predictor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The density of one class of cells in one region of the mouse brain: what was counted, what follows from all counts, what a relative lends.
 *
 * @param region acronym
 * @param type class of cells
 * @param tier measured where a source counted it here; transplanted where a region that was named lends it; inferred where the others tell of it
 * @param measured what each source counted here
 * @param likely most likely value with its 90 % interval, from all measurements together; null for classes outside the web
 * @param programme_per_mm3 after the consistency linear programme; null for classes outside it
 * @param transplanted_per_mm3 what the donor lends; null where nothing was transplanted
 * @param generalised "SSp-bfd4 to VISp4"; empty where measured here
 */
public record MouseDensity(
        String region,
        String type,
        Tier tier,
        List<MouseTable.Reported> measured,
        Predictor.@Nullable Interval likely,
        @Nullable Double programme_per_mm3,
        @Nullable Double transplanted_per_mm3,
        List<String> generalised) {
    /** Where a value comes from. */
    public enum Tier {
        /** A source counted it in this region. */
        MEASURED,
        /** It follows from what was counted elsewhere. */
        INFERRED,
        /** A relative lends it. */
        TRANSPLANTED;

        /** As it is printed. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public MouseDensity {
        measured = List.copyOf(measured);
        generalised = List.copyOf(generalised);
    }
}
