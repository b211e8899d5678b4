package io.brainwright.agents.planner;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is too large for this machine, with figures, the largest that fits, and what can be done instead. */
final class TooLarge {
    private static final double GIGABYTE = 1e9;
    /** Fewer cells are a part of a brain, which may fit. */
    private static final double A_BRAIN = 1e6;

    private static final Set<String> CORTEX = Set.of("Isocortex", "CTX", "CTXpl");

    private final Defaults defaults;
    private final Utterance u;
    private final WorkspaceView workspace;

    TooLarge(Defaults defaults, Utterance utterance, WorkspaceView workspace) {
        this.defaults = defaults;
        this.u = utterance;
        this.workspace = workspace;
    }

    /** A decline where a whole brain is to be built or run; null elsewhere. */
    @Nullable
    Proposal wholeBrain() {
        boolean cortex = u.named(Named.Kind.REGION).stream().anyMatch(n -> CORTEX.contains(n.name()));
        boolean asked = (u.has("verb.build", "verb.run", "verb.place", "verb.wire", "say.want", "word.laptop")
                        || u.family("verb").isEmpty() && !u.isQuestion())
                && !u.has("verb.estimate", "lib.papers", "lib.library", "thing.slice", "thing.column")
                && u.amounts().stream()
                        .noneMatch(a -> a.is(io.brainwright.neuro.units.Dimension.LENGTH)
                                || a.is(io.brainwright.neuro.units.Dimension.NUMBER)
                                        && a.value() > 1
                                        && a.value() < A_BRAIN);
        boolean whole = u.has("thing.whole", "word.all");
        boolean vague =
                !whole && (u.has("word.vague") || u.named(Named.Kind.SPECIES).isEmpty());
        if (!asked || vague || !(u.has("thing.brain") || cortex && whole)) {
            return null;
        }
        boolean brain = u.has("thing.brain") && !cortex;
        var species = u.named(Named.Kind.SPECIES).stream()
                .map(Named::name)
                .findFirst()
                .orElse("rat");
        var size = defaults.size(species + (brain ? "_brain" : "_cortex"));
        double neurons = size.path("neurons").asDouble();
        double synapses = size.path("synapses").asDouble();
        double memory = neurons * defaults.cost("memory_bytes_per_cell");
        double disk = neurons * defaults.cost("disk_bytes_per_cell");
        return decline(
                neurons,
                synapses,
                memory,
                disk,
                " "
                        + Replies.say(
                                u.language(),
                                "decline.source",
                                size.path("source").asString()));
    }

    Proposal decline(double neurons, double memory_bytes, double disk_bytes) {
        return decline(neurons, neurons * defaults.cost("synapses_per_neuron"), memory_bytes, disk_bytes, "");
    }

    private Proposal decline(double neurons, double synapses, double memory, double disk, String source) {
        double fits = Math.max(
                1,
                Math.floor((workspace.memory_bytes() - defaults.cost("memory_bytes_base"))
                        / defaults.cost("memory_bytes_per_cell")));
        return new Proposal.Decline(
                "too_large",
                Replies.say(
                                u.language(),
                                "decline.too_large",
                                figure(neurons),
                                figure(synapses),
                                figure(memory / GIGABYTE),
                                figure(disk / GIGABYTE),
                                figure(workspace.memory_bytes() / GIGABYTE))
                        + source,
                List.of(
                        Replies.say(u.language(), "alt.fits", figure(fits)),
                        Replies.say(u.language(), "alt.narrow"),
                        Replies.say(u.language(), "alt.scaled"),
                        Replies.say(u.language(), "alt.cluster")));
    }

    static String figure(double x) {
        return x >= 1e6
                ? String.format(Locale.ROOT, "%.1e", x).replace("e+0", "e").replace("e+", "e")
                : String.format(Locale.ROOT, x < 10 ? "%.1f" : "%.0f", x);
    }
}
