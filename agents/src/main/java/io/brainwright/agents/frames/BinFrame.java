package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How wide the bins are in which an analysis counts spikes: "synchrony in 20 ms bins", "in bins of 20 ms". */
final class BinFrame {
    private static final String BIN = "bin_ms";
    private static final Set<String> COUNTED_IN_BINS = Set.of("synchrony", "correlation", "psth");
    private static final int BEFORE = 4;
    private static final int AFTER = 2;

    private final Reading r;
    private final Utterance u;

    BinFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    /** Takes the width, before a time without a role becomes a run or the length of one. */
    void take() {
        if (!u.has("word.bin") || !u.has("metric.synchrony", "metric.correlation", "metric.psth")) {
            return;
        }
        r.take(Dimension.TIME, a -> a.form() == Amount.Form.ONE && isWidth(a))
                .ifPresent(a -> Reading.put(r.wish().of("sim.analyse"), BIN, a));
    }

    private boolean isWidth(Amount a) {
        return u.between(a.to(), a.to() + AFTER, "word.bin") || u.between(a.from() - BEFORE, a.from(), "word.bin");
    }

    /** Gives the width to the analyses that count in bins; where none does, it stays where it is, and is refused by name. */
    void give() {
        List<Want> analyses = r.wish().wants().stream()
                .filter(w -> w.action().equals("sim.analyse"))
                .toList();
        var holder = analyses.stream().filter(w -> w.params().has(BIN)).findFirst();
        var binned = analyses.stream()
                .filter(w -> COUNTED_IN_BINS.contains(w.params().path("metric").asString("")))
                .toList();
        if (holder.isPresent() && !binned.isEmpty()) {
            JsonNode width = holder.get().params().remove(BIN);
            binned.forEach(w -> w.params().set(BIN, width));
        }
    }
}
