package io.brainwright.agents.explain;

import io.brainwright.agents.explain.Explanation.Step;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How a tissue comes about, and which of its layers fires when, told by the newest datasets. */
final class TissueStories {
    private static final String SHAPE = "shape";
    private static final String MORPHOLOGIES = "morphologies";
    private static final String CONNECTIONS = "connections";
    private static final String STIMULATED = "stimulated";
    private static final String[] KINDS = {"", "soma", "axon", "basal dendrites", "apical dendrites"};

    private TissueStories() {}

    /** How a cell gets its place. */
    static List<Step> place(WorkspaceData data) {
        var found = data.newest(Cells.TABLE);
        if (found.isEmpty()) {
            return List.of();
        }
        var placement = found.get();
        var shape = data.read(placement, SHAPE);
        var cells = new Cells(placement, data);
        long one = cells.rows().longs("node_id")[cells.count() / 2];
        return List.of(
                new Step(
                        "anatomist",
                        "The region's layers are filled at the published density of each: %s."
                                .formatted(shape.texts("shape")[0]),
                        List.of(
                                Fact.of(
                                        "cells that the shape holds",
                                        shape.doubles("cells_in_shape")[0],
                                        placement,
                                        SHAPE,
                                        "cells_in_shape"),
                                Fact.of(
                                        "share of them that was placed",
                                        shape.doubles("fraction")[0],
                                        placement,
                                        SHAPE,
                                        "fraction"))),
                new Step(
                        "anatomist",
                        "Each draws its layer's mix of types, and a place within its layer; %s stands in layer %d."
                                .formatted(cells.name(one), cells.layer(one)),
                        List.of(
                                Fact.of(
                                        "its depth below the pia",
                                        cells.depth_um(one),
                                        placement,
                                        Cells.TABLE,
                                        "depth_um"),
                                Fact.count("cells placed", cells.count(), placement, Cells.TABLE))));
    }

    /** How a cell is grown. */
    static List<Step> growth(WorkspaceData data) {
        var grown = data.newest(MORPHOLOGIES);
        return grown.flatMap(m -> data.first(
                                m, MORPHOLOGIES, rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(rows))
                        .map(rows -> {
                            long cell = rows.longs("node_id")[0];
                            var facts = new ArrayList<Fact>();
                            sections(rows)
                                    .forEach((kind, count) -> facts.add(new Fact(
                                            "sections of its " + KINDS[kind],
                                            count,
                                            "1",
                                            "%s %s, %s.sections; %s"
                                                    .formatted(m.stage(), m.id().brief(), MORPHOLOGIES, source(m)))));
                            return List.of(
                                    new Step(
                                            "anatomist",
                                            "Each neurite of a cell leaves the soma in a direction of its type, and its tip goes on step by step: mostly straight, a little towards its target direction, a little at random.",
                                            List.of()),
                                    new Step(
                                            "anatomist",
                                            "Where the barcode of a reconstructed cell of its type has a birth, the tip forks; where it has a death, it ends. Cell %d came out so."
                                                    .formatted(cell),
                                            facts));
                        }))
                .orElse(List.of());
    }

    private static String source(Manifest m) {
        var schema = m.table(MORPHOLOGIES);
        return schema.columns().get(schema.indexOf("sections")).source();
    }

    private static TreeMap<Integer, Integer> sections(Batch rows) {
        var sections = rows.structs("sections");
        var types = (byte[]) sections.fields().get(1);
        var counts = new TreeMap<Integer, Integer>();
        for (int i = sections.offsets()[0]; i < sections.offsets()[1]; i++) {
            if (types[i] > 1 && types[i] < KINDS.length) {
                counts.merge((int) types[i], 1, Integer::sum);
            }
        }
        return counts;
    }

    /** How a synapse is chosen. */
    static List<Step> synapse(WorkspaceData data) {
        var found = data.newest(CONNECTIONS);
        if (found.isEmpty()) {
            return List.of();
        }
        var connectome = found.get();
        var rows = data.read(connectome, CONNECTIONS);
        return List.of(
                new Step(
                        "anatomist",
                        "Wherever an axon comes close enough to a dendrite or a soma there is an apposition: a possible place, no synapse yet.",
                        List.of(sum("appositions", rows, connectome, "appositions"))),
                new Step(
                        "connectomics",
                        "Appositions are taken away until boutons and synapses per connection are as measured: at random, whole weak connections, and whole connections at random.",
                        List.of(
                                sum("taken away by the first step", rows, connectome, "removed_by_reduction"),
                                sum("by the second", rows, connectome, "removed_by_cut"),
                                sum("by the third", rows, connectome, "removed_by_activation"))),
                new Step(
                        "connectomics",
                        "What stays are synapses; all synapses of a pair are one connection.",
                        List.of(
                                sum("synapses", rows, connectome, "synapses"),
                                Fact.count("pairs that touch", rows.rowCount(), connectome, CONNECTIONS))));
    }

    private static Fact sum(String words, Batch rows, Manifest m, String column) {
        long sum = 0;
        for (int n : rows.ints(column)) {
            sum += n;
        }
        return Fact.of(words, sum, m, CONNECTIONS, column);
    }

    /** Which layer fires when. */
    static List<Step> layers(WorkspaceData data) {
        var run = data.newest(Spikes.TABLE);
        var placement = run.flatMap(r -> data.behind(r, Cells.TABLE));
        if (run.isEmpty() || placement.isEmpty()) {
            return List.of();
        }
        var cells = new Cells(placement.get(), data);
        var driven = driven(data, run.get());
        var steps = new ArrayList<Step>();
        var first = new TreeMap<Integer, Double>();
        var firing = new TreeMap<Integer, Set<Long>>();
        new Spikes(run.get(), data).first_ms().forEach((cell, time) -> {
            first.merge(cells.layer(cell), time, Math::min);
            firing.computeIfAbsent(cells.layer(cell), _ -> new HashSet<>()).add(cell);
        });
        first.entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByValue())
                .forEach(e -> steps.add(layer(
                        e.getKey(),
                        e.getValue(),
                        firing.getOrDefault(e.getKey(), Set.of()),
                        driven,
                        cells,
                        run.get())));
        return steps;
    }

    private static Step layer(
            int layer, double time_ms, Set<Long> firing, Set<Long> driven, Cells cells, Manifest run) {
        long stimulated = firing.stream().filter(driven::contains).count();
        var why = stimulated == firing.size()
                ? "every one of them was driven by the stimulus itself"
                : stimulated == 0
                        ? "none of them was driven by the stimulus, so synapses brought them there"
                        : "some of them were driven by the stimulus, the others by synapses";
        return new Step(
                "electrophysiologist",
                "Layer %d: %d of its %d cells fire; %s.".formatted(layer, firing.size(), cells.inLayer(layer), why),
                List.of(
                        Fact.of("its first spike", time_ms, run, Spikes.TABLE, "timestamps"),
                        new Fact(
                                "of the firing cells were driven",
                                stimulated,
                                "1",
                                "%s %s, rows of %s"
                                        .formatted(run.stage(), run.id().brief(), STIMULATED))));
    }

    private static Set<Long> driven(WorkspaceData data, Manifest run) {
        var driven = new HashSet<Long>();
        if (run.tables().stream().anyMatch(t -> t.name().equals(STIMULATED))) {
            for (long id : data.read(run, STIMULATED).longs("node_id")) {
                driven.add(id);
            }
        }
        return driven;
    }
}
