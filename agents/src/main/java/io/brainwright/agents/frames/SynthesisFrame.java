package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.language.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What is grown, how, and what its shape is compared by. */
final class SynthesisFrame {
    /** Words before the name of a place that an axon goes to. */
    private static final String LEADS = "to|into|towards?|reaching|vers|jusqu|nach|zum?|zur|hacia|hasta|a|al";

    private static final String JOINS = "and|or|,|&|et|und|y|e|to|vers|nach|hacia|a";

    private final Reading r;
    private final Utterance u;

    SynthesisFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void dendrites(Want want) {
        if (!(u.has("word.long_range")
                && u.has("thing.axon"))) { // else the cells that are named are those that project
            types(want, true);
        }
        if (u.has("word.topological") && !u.has("plot.barcode") || u.has("word.topological") && u.has("verb.grow")) {
            want.params().put("method", "topological");
        } else if ((u.has("word.reconstructions") || folder().isPresent())
                && !u.has("verb.compare")
                && u.family("feature").isEmpty()) {
            want.params().put("method", "reconstructions");
        }
        folder().ifPresent(f -> want.params().put("source", f));
        SeedWords.take(r, want, "synthesis.dendrites");
    }

    void axons(Want want) {
        if (u.has("word.long_range")) {
            want.params().put("scope", "long_range");
        } else if (u.has("word.local")) {
            want.params().put("scope", "local");
        }
        var targets = u.has("word.long_range") ? targets() : List.<Named>of();
        if (!targets.isEmpty()) {
            targets.stream().map(Named::name).distinct().forEach(want.params().putArray("targets")::add);
            targets.forEach(r::take);
        }
        types(want, false);
        var classes = r.free(_ -> true, Named.Kind.M_CLASS);
        if (!classes.isEmpty() && !want.params().has("m_types")) {
            var layers = new ArrayList<Integer>();
            for (var n : r.free(_ -> true, Named.Kind.LAYER)) {
                n.names().forEach(l -> layers.add(Integer.valueOf(l)));
                r.take(n);
            }
            want.params().put("m_class", Targets.className(classes.getFirst(), layers));
            classes.forEach(r::take);
        }
        folder().ifPresent(f -> want.params().put("source", f));
    }

    /** "to S1FL and S1Tr": the regions that such words lead to; where there are none, all but the circuit's own. */
    private List<Named> targets() {
        var regions = r.free(n -> !n.name().equals(r.context().circuitRegion()), Named.Kind.REGION);
        var reached = new ArrayList<Named>();
        for (var region : regions) {
            int before = region.from() - 1;
            boolean led = before >= 0 && u.word(before).matches(LEADS);
            boolean next = !reached.isEmpty()
                    && u.words().subList(reached.getLast().to(), region.from()).stream()
                            .allMatch(w -> w.raw().matches("(?i)" + JOINS));
            if (led || next) {
                reached.add(region);
            }
        }
        return reached.isEmpty() ? regions : reached;
    }

    private void types(Want want, boolean classesToo) {
        var types = new ArrayList<String>();
        for (var n : r.free(_ -> true, Named.Kind.M_TYPE)) {
            types.addAll(n.names());
        }
        if (types.isEmpty() && classesToo) {
            var target = new Targets(r).in(_ -> u.has("verb.grow"));
            target.path("m_types").forEach(t -> types.add(t.asString()));
            types.addAll(MTypes.of(target));
        }
        if (!types.isEmpty()) {
            types.stream().distinct().forEach(want.params().putArray("m_types")::add);
        }
    }

    private java.util.Optional<String> folder() {
        return u.words().stream()
                .filter(w -> w.sort() == Word.Sort.PATH)
                .map(Word::raw)
                .findFirst();
    }

    /** @param barcodes whether barcodes are compared, which plain words for a plot ask for */
    void analyse(boolean barcodes) {
        var features = new LinkedHashSet<String>();
        u.family("feature").forEach(m -> features.add(m.name()));
        if (barcodes) {
            features.add("persistence");
        }
        for (var feature : features) {
            var want = r.wish().wants().stream()
                            .filter(w -> w.action().equals("synthesis.analyse"))
                            .anyMatch(
                                    w -> w.params().path("feature").asString("").equals(feature))
                    ? null
                    : r.wish().more("synthesis.analyse");
            if (want == null) {
                continue;
            }
            want.params().put("feature", feature);
            if (u.has("word.reconstructions")) {
                want.params().put("against", "reconstructions");
            } else if (u.has("word.other_run")
                    || u.has("thing.run")
                            && u.has("verb.compare")
                            && !RunNames.in(u, r.context().runs()).isEmpty()) {
                want.params().put("against", "other_run");
            }
            var types = r.free(_ -> true, Named.Kind.M_TYPE);
            if (!types.isEmpty() && !r.wants("synthesis.dendrites")) {
                List<String> names = types.stream()
                        .flatMap(n -> n.names().stream())
                        .distinct()
                        .toList();
                names.forEach(want.params().putArray("m_types")::add);
            }
        }
    }
}
