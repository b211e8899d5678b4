package io.brainwright.agents.frames;

import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Utterance;
import java.util.Set;

/** The lab notebook: export, run again, compare. */
final class NotebookFrame {
    private final Reading r;
    private final Utterance u;

    NotebookFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void export(Want want) {
        u.family("notebook").stream()
                .findFirst()
                .map(Mention::name)
                .ifPresent(f -> want.params().put("format", f));
    }

    void rerun(Want want) {
        var entry = want.object("entry");
        var runs = RunNames.in(u, r.context().runs());
        if (!runs.isEmpty()) {
            entry.put("id", runs.getFirst());
        }
        u.first("word.yesterday").ifPresent(m -> entry.put("date", u.said(m.from(), m.to())));
        var match = match().isEmpty() ? afterDate() : match();
        if (!match.isEmpty() && !entry.has("id")) {
            entry.put("match", match);
        }
        if (u.has("word.identical")) {
            want.params().put("verify", "identical");
        }
        r.left().stream()
                .filter(a -> a.dimension() == io.brainwright.neuro.units.Dimension.NUMBER)
                .forEach(r::take);
    }

    /** What the entry is about: the words before "run" or "experiment" that name something. */
    private String match() {
        for (var m : u.all("thing.run")) {
            int from = m.from();
            while (from > 0 && m.from() - from < 3 && names(from - 1)) {
                from--;
            }
            if (from < m.from()) {
                return u.said(from, m.from());
            }
        }
        return "";
    }

    /** "yesterday's calcium sweep". */
    private String afterDate() {
        return u.first("word.yesterday")
                .map(m -> {
                    int end = m.to();
                    while (end < u.size()
                            && end - m.to() < 4
                            && !Set.of("and", "und", "et", "y", ",", ".").contains(u.word(end))) {
                        end++;
                    }
                    return u.said(m.to(), end);
                })
                .orElse("");
    }

    private boolean names(int i) {
        return u.named().stream().anyMatch(n -> n.from() <= i && i < n.to())
                || u.between(
                        i,
                        i + 1,
                        "ion.ca",
                        "ion.mg",
                        "verb.sweep",
                        "metric.psth",
                        "metric.raster",
                        "metric.f_i",
                        "stim.current_step",
                        "metric.synchrony",
                        "verb.block")
                || u.unexplained().stream().anyMatch(w -> u.words().indexOf(w) == i);
    }

    void compare(Want want) {
        var runs = RunNames.in(u, r.context().runs());
        want.params().put("a", runs.get(0)).put("b", runs.get(1));
        r.left().stream()
                .filter(a -> a.dimension() == io.brainwright.neuro.units.Dimension.NUMBER)
                .forEach(r::take);
    }
}
