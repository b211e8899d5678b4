package io.brainwright.agents.frames;

import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Questions to the atlas: which quantities, of which regions, grouped how. */
final class QueryFrame {
    private static final Set<String> BY_TYPE = Set.of("density", "neuron_count", "cell_count");
    /** "how many PV cells", "density of somatostatin cells": of the marker's cells, not of all. */
    private static final Set<String> COUNTS = Set.of("query.cell_count", "query.neuron_count", "query.density");

    private static final String MARKERS = "query.markers";
    private static final List<String> GROUPS = List.of("layer", "m_type", "e_type", "region", "class");

    private final Reading r;
    private final Utterance u;

    QueryFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void read() {
        var groups = new LinkedHashMap<String, LinkedHashSet<String>>();
        for (var m : quantities()) {
            groups.computeIfAbsent(group(m), _ -> new LinkedHashSet<>()).add(m.name());
        }
        var regions = r.free(_ -> true, Named.Kind.REGION).stream()
                .map(Named::name)
                .distinct()
                .toList();
        var layers = layers();
        groups.forEach((group, names) -> {
            var want = r.wish().more("atlas.query");
            if (names.size() == 1) {
                want.params().put("quantity", names.getFirst());
            } else {
                names.forEach(want.params().putArray("quantity")::add);
            }
            if (regions.size() == 1) {
                want.params().put("region", regions.getFirst());
            } else if (regions.size() > 1) {
                regions.forEach(want.params().putArray("region")::add);
            }
            AtlasFrame.species(r, want);
            if (!group.isEmpty()) {
                want.params().put("group_by", group);
            }
            if (!layers.isEmpty()) {
                layers.forEach(want.params().putArray("layers")::add);
            }
        });
        r.free(_ -> true, Named.Kind.REGION).forEach(r::take);
    }

    private List<Integer> layers() {
        var layers = new LinkedHashSet<Integer>();
        for (var n : r.free(
                n -> u.family("group").stream().noneMatch(m -> m.from() <= n.from() && n.from() < m.to()),
                Named.Kind.LAYER)) {
            n.names().forEach(l -> layers.add(Integer.valueOf(l)));
            r.take(n);
        }
        return layers.size() == 6 ? List.of() : List.copyOf(layers);
    }

    private List<Mention> quantities() {
        var found = new ArrayList<Mention>();
        if (mouseMarkers()) {
            u.first("word.marker_cells").ifPresent(m -> found.add(new Mention(MARKERS, m.from(), m.to())));
        } else if (u.family("query").isEmpty()) {
            u.all("verb.count").stream()
                    .findFirst()
                    .ifPresent(m -> found.add(new Mention(
                            u.after(m.to(), 1, "thing.neuron") ? "query.neuron_count" : "query.cell_count",
                            m.from(),
                            m.to())));
        }
        for (var m : u.family("query")) {
            boolean shadowed = u.family("query").stream()
                            .anyMatch(o ->
                                    o.from() <= m.from() && m.to() <= o.to() && o.to() - o.from() > m.to() - m.from())
                    || (m.concept().equals("query.m_types") && inGroup(m))
                    || (m.concept().equals("query.e_types") && inGroup(m))
                    || (m.concept().equals("query.species") && u.family("query").size() > 1)
                    || (COUNTS.contains(m.concept())
                            && found.stream().anyMatch(f -> f.concept().equals(MARKERS)))
                    || (m.concept().equals("query.children") && u.has("query.descendants"))
                    || (m.concept().equals("query.density")
                            && u.has("query.neuron_count")
                            && u.family("query").size() == 2
                            && u.between(m.from() - 1, m.from(), "word.at"));
            if (!shadowed && found.stream().noneMatch(f -> f.concept().equals(m.concept()))) {
                found.add(m);
            }
        }
        return found;
    }

    /** "how many PV cells does the mouse visual cortex hold": the tables of the mouse count cells by marker. */
    private boolean mouseMarkers() {
        return u.has("word.marker_cells")
                && u.named(Named.Kind.SPECIES).stream().anyMatch(n -> n.name().equals("mouse"));
    }

    private boolean inGroup(Mention m) {
        return u.family("group").stream().anyMatch(g -> g.from() <= m.from() && m.from() < g.to());
    }

    /** The grouping of one quantity: said with it, or the type list's own where "of each" was said. */
    private String group(Mention quantity) {
        if (!BY_TYPE.contains(quantity.name())
                && !quantity.name().equals("layer_thickness")
                && !quantity.name().equals("volume")
                && !quantity.name().equals("markers")
                && !quantity.name().equals("m_types")
                && !quantity.name().equals("e_types")) {
            return "";
        }
        if (quantity.name().endsWith("_types") || quantity.name().equals("markers")) {
            var near = u.family("group").stream()
                    .filter(g -> g.from() >= quantity.from()
                            && g.from() - quantity.to() <= 4
                            && u.sameClause(g.from(), quantity.from()))
                    .map(Mention::name)
                    .filter(GROUPS::contains)
                    .filter(g -> !g.equals("m_type") || !quantity.name().equals("m_types"))
                    .findFirst();
            return u.family("query").size() == 1 || near.isPresent() ? near.orElse("") : "";
        }
        var said = Measures.group(u, "layer", "m_type", "e_type", "region", "class");
        if (said != null) {
            return said;
        }
        boolean each = u.has("word.of_each") || (u.has("word.each"));
        if (each && u.has("query.m_types")) {
            return "m_type";
        }
        if (each && u.has("query.e_types")) {
            return "e_type";
        }
        boolean layers = u.has("word.layers") && quantity.name().equals("layer_thickness");
        return layers ? "layer" : "";
    }
}
