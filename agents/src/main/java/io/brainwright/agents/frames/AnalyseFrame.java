package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is measured in a simulation: one step for each metric. */
final class AnalyseFrame {
    private final Reading r;
    private final Utterance u;

    AnalyseFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void read() {
        var metrics = new ArrayList<>(Measures.metrics(u));
        if (r.wants("sim.calibrate")) {
            metrics.removeIf(m ->
                    Set.of("mean_rate", "resting_potential", "psp_amplitude").contains(m));
        }
        for (var metric : metrics) {
            var want = first(metric);
            want.params().put("metric", metric);
            group(want, metric);
            average(want, metric);
            statistics(want);
            receptor(want, metric);
            runs(want);
        }
        new BinFrame(r).give();
    }

    private Want first(String metric) {
        var open = r.wish().want("sim.analyse").filter(w -> !w.params().has("metric"));
        return open.orElseGet(() -> r.wish().more("sim.analyse"));
    }

    private void group(Want want, String metric) {
        var group = Measures.group(u, "layer", "m_type", "e_type", "region");
        if (group != null
                && !Set.of("psp_amplitude", "peak_conductance", "short_term_plasticity")
                        .contains(metric)) {
            want.params().put("group_by", group);
        }
    }

    private void average(Want want, String metric) {
        boolean seeds = u.has("avg.seed")
                || (u.has("word.average") && u.has("word.repeats", "word.seed") && !metric.equals("mean_rate"));
        if (seeds) {
            want.params().put("average_over", "seed");
        } else if (u.has("avg.cell")) {
            want.params().put("average_over", "cell");
        }
    }

    private void statistics(Want want) {
        var names = new ArrayList<String>();
        for (var m : u.family("stat")) {
            boolean partOfMetric = u.family("metric").stream().anyMatch(o -> o.from() <= m.from() && m.to() <= o.to())
                    || u.family("avg").stream().anyMatch(o -> o.from() <= m.from() && m.to() <= o.to());
            if (!partOfMetric && !names.contains(m.name())) {
                names.add(m.name());
            }
        }
        boolean asked = names.contains("sd") || names.contains("cv") || names.contains("median");
        if (asked) {
            names.forEach(want.params().putArray("statistics")::add);
        }
    }

    private void receptor(Want want, String metric) {
        if (metric.equals("peak_conductance")) {
            List<Named> named = r.free(_ -> true, Named.Kind.RECEPTOR);
            if (!named.isEmpty()) {
                want.params().put("receptor", named.getFirst().name());
                r.take(named.getFirst());
            }
        }
    }

    private void runs(Want want) {
        if (!r.wants("sim.run")) {
            r.free(Dimension.TIME).stream()
                    .filter(a -> a.form() == Amount.Form.RANGE && a.values().size() == 2)
                    .findFirst()
                    .ifPresent(a -> {
                        want.params().set("from_ms", Want.number(a.values().get(0)));
                        want.params().set("to_ms", Want.number(a.values().get(1)));
                        r.take(a);
                    });
            var names = RunNames.in(u, r.context().runs());
            if (!names.isEmpty()) {
                names.forEach(want.params().putArray("runs")::add);
            }
        }
    }

    /** The parameter that is swept is what results are shown against. */
    void against() {
        for (var want : r.wish().wants()) {
            if (want.action().equals("sim.analyse") && want.params().has("metric")) {
                r.wish()
                        .want("sim.run")
                        .map(w -> Sweeps.first(w.params()))
                        .filter(n -> !n.isEmpty())
                        .ifPresent(n -> want.params().put("against", n));
            }
        }
    }
}
