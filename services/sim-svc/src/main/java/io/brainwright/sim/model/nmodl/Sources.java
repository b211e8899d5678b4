package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Mechanism;
import java.util.List;
import java.util.Map;

/**
 * Artificial cells of the literature: they have no membrane and only send spikes, so an input of a case names them as its source.
 *
 * <p>VecStim sends at listed times; InhPoissonStim sends a Poisson train whose rate follows a list of steps.
 */
public final class Sources {
    static final List<String> NAMES = List.of("VecStim", "InhPoissonStim");

    private static final Kinetics NOTHING =
            new Kinetics(List.of(), List.of(), List.of(), List.of(), List.of(), false, Map.of(), List.of(), null);
    private static final Mechanism VEC_STIM =
            Mechanism.point("VecStim", List.of(), (_, _) -> NOTHING, List.of(), List.of());
    private static final Mechanism INH_POISSON_STIM = Mechanism.point(
            "InhPoissonStim",
            List.of(),
            (_, _) -> NOTHING,
            List.of(new Mechanism.Parameter("duration", 1e6)),
            List.of());

    private Sources() {}

    /** Whether there is a source of this name. */
    public static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** What stands for a file of this name. */
    static Mechanism named(String name) {
        return name.equals("VecStim") ? VEC_STIM : INH_POISSON_STIM;
    }
}
