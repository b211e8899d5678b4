package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.language.Word;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;

/** Which cells are placed: classes, how many, how dense, of which types. */
final class PlacementFrame {
    private static final Map<String, String> CLASSES = Map.of(
            "thing.neuron", "neuron",
            "glia.glia", "glia",
            "glia.astrocyte", "astrocyte",
            "glia.oligodendrocyte", "oligodendrocyte",
            "glia.microglia", "microglia");

    private final Reading r;
    private final Utterance u;
    private final Goals goals;

    PlacementFrame(Reading reading, Goals goals) {
        this.r = reading;
        this.u = reading.u();
        this.goals = goals;
    }

    void read(Want want) {
        classes(want);
        density(want);
        fractions(want);
        chosen(want);
        SeedWords.take(r, want, "placement.cells");
        count(want);
        types(want);
        if (u.has("word.domains_apart")) {
            want.params().put("domains", "non_overlapping");
        } else if (u.has("word.domains_shared")) {
            want.params().put("domains", "overlapping");
        }
        r.wish()
                .want("library.import")
                .filter(w -> w.params().path("format").asString("").matches("SWC|ASC|H5"))
                .ifPresent(w -> want.params().set("morphologies", w.params().get("path")));
    }

    /** Astrocytes and their domains, where the words have not said which. */
    void astrocytes(Want want) {
        if (!want.params().has("classes")) {
            want.params().putArray("classes").add("neuron").add("astrocyte");
        }
        if (!want.params().has("domains")) {
            want.params().put("domains", "overlapping");
        }
    }

    private void classes(Want want) {
        var classes = new LinkedHashSet<String>();
        for (var m : u.mentions()) {
            var name = CLASSES.get(m.concept());
            if (name != null) {
                classes.add(name);
            }
        }
        boolean glia = classes.stream().anyMatch(c -> !c.equals("neuron"));
        boolean none = u.family("glia").stream()
                .anyMatch(m -> u.between(m.from() - 2, m.from(), "word.no", "word.except")
                        || u.between(m.to(), m.to() + 1, "word.except"));
        if (none) {
            classes.removeIf(c -> !c.equals("neuron"));
            classes.add("neuron");
            classes.forEach(want.params().putArray("classes")::add);
        } else if (glia || (classes.contains("neuron") && u.has("word.only"))) {
            classes.forEach(want.params().putArray("classes")::add);
        }
    }

    private void density(Want want) {
        r.take(Dimension.DENSITY, _ -> true).ifPresent(a -> Reading.put(want, "density_per_mm3", a));
        var file = u.words().stream().filter(w -> w.sort() == Word.Sort.PATH).findFirst();
        var types = u.named(Named.Kind.M_TYPE);
        if (file.isPresent() && u.has("word.density", "query.density") && !types.isEmpty()) {
            var densities = want.object("densities");
            types.forEach(t -> t.names()
                    .forEach(n -> densities.putObject(n).put("from", file.get().raw())));
            types.forEach(r::take);
        } else if (!types.isEmpty()
                && want.params().has("density_per_mm3")
                && u.family("glia").isEmpty()) {
            var value = want.params().remove("density_per_mm3");
            types.forEach(t -> t.names().forEach(n -> want.object("densities").set(n, value)));
            types.forEach(r::take);
        }
        scale(want);
    }

    /** Where sources disagree, the one that was named. */
    private void chosen(Want want) {
        for (var choice : ChosenComposition.in(u)) {
            if (!want.params().has(choice.parameter())) {
                want.params().set(choice.parameter(), Want.number(choice.value()));
                want.derive(choice.parameter(), choice.how(), choice.alternatives());
            }
        }
    }

    private void scale(Want want) {
        for (var a : r.left()) {
            boolean share = a.is(Dimension.FRACTION) || a.is(Dimension.FOLD);
            if (share && densityNear(a)) {
                r.take(a);
                put(want, a);
            }
        }
    }

    private void put(Want want, Amount a) {
        if (a.change() == Amount.Change.LESS) {
            want.params().set("density_scale", Want.number(Percent.rest(a.value())));
            want.derive("density_scale", a.said());
        } else if (a.change() == Amount.Change.MORE) {
            want.params().set("density_scale", Want.number(1 + a.value()));
            want.derive("density_scale", a.said());
        } else {
            Reading.put(want, "density_scale", a);
        }
    }

    private boolean densityNear(Amount a) {
        return u.between(a.to(), a.to() + 5, "word.density", "query.density")
                || u.between(a.from() - 4, a.from(), "word.density", "query.density")
                || u.between(a.from() - 3, a.to() + 3, "verb.thin")
                        && !u.between(a.to(), a.to() + 3, "class.excitatory", "class.inhibitory");
    }

    private void fractions(Want want) {
        for (var a : r.left()) {
            boolean share = (a.is(Dimension.FRACTION) || a.is(Dimension.FOLD)) && a.value() <= 1;
            if (share && !want.params().has("excitatory_fraction")) {
                boolean e = u.between(a.to(), a.to() + 4, "class.excitatory")
                        || u.between(a.from() - 5, a.from(), "class.excitatory");
                boolean i = u.between(a.to(), a.to() + 4, "class.inhibitory")
                        || u.between(a.from() - 5, a.from(), "class.inhibitory");
                if (e || i) {
                    r.take(a);
                    share(want, a, nearer(a, "class.excitatory") <= nearer(a, "class.inhibitory"));
                }
            }
        }
    }

    private int nearer(Amount a, String concept) {
        return u.distance(a.from(), a.to(), concept);
    }

    private static void share(Want want, Amount a, boolean excitatory) {
        if (excitatory) {
            Reading.put(want, "excitatory_fraction", a);
        } else {
            want.params().set("excitatory_fraction", Want.number(Percent.rest(a.value())));
            want.derive("excitatory_fraction", a.said() + " inhibitory");
        }
    }

    private void count(Want want) {
        for (var a : r.free(Dimension.NUMBER)) {
            boolean driven = u.inClause(a.from(), "verb.stimulate")
                    && !u.inClause(a.from(), "verb.build", "verb.place", "verb.run", "verb.show")
                    && u.has("verb.build", "verb.place", "verb.run", "verb.show")
                    && !tissueBefore(a);
            boolean count =
                    goals.tissue.cellsFollow(a.to()) || u.word(a.from() - 1).matches("n|=");
            boolean picked = u.family("glia").stream().anyMatch(m -> m.from() >= a.to() && m.from() - a.to() <= 2)
                    && !u.family("glia").isEmpty();
            if ((count || picked) && !driven && !want.params().has("count") && a.form() == Amount.Form.ONE) {
                r.take(a);
                Reading.put(want, "count", a);
            }
        }
    }

    /** "stimulate layer 4 in a column with 300 neurons": the cells of the column, not those that are driven. */
    private boolean tissueBefore(Amount a) {
        return u.all("verb.stimulate").stream()
                .allMatch(v -> v.from() > a.from()
                        || u.between(v.to(), a.from(), "thing.column", "thing.slice", "thing.circuit", "word.only"));
    }

    private void types(Want want) {
        var types = new ArrayList<String>();
        for (var n :
                r.free(n -> !u.inClause(n.from(), "verb.stimulate", "verb.record", "verb.grow"), Named.Kind.M_TYPE)) {
            if (u.inClause(n.from(), "verb.build", "verb.place") || u.has("word.only")) {
                types.addAll(n.names());
                r.take(n);
            }
        }
        if (!types.isEmpty()) {
            types.forEach(want.params().putArray("m_types")::add);
        }
    }

    void analyse(Want want) {
        var metric = u.has("metric.ei_ratio")
                ? "ei_ratio"
                : u.has("metric.density_by_depth") || goals.tissue.densityOverDepth()
                        ? "density_by_depth"
                        : u.has("metric.nearest_neighbour") ? "nearest_neighbour" : "composition";
        want.params().put("metric", metric);
        r.take(Dimension.LENGTH, a -> u.between(a.from() - 6, a.to() + 6, "word.border"))
                .ifPresent(a -> Reading.put(want, "exclude_border_um", a));
        var group = Measures.group(u, "layer", "m_type", "class", "region");
        if (group != null) {
            want.params().put("group_by", group);
        }
    }
}
