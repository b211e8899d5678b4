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
    /** Section types: axon, basal and apical dendrites. */
    private static final int FIRST_NEURITE = 2;

    private static final int LAST_NEURITE = 4;

    private TissueStories() {}

    /** How a cell gets its place. */
    static List<Step> place(WorkspaceData data, Telling tell) {
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
                        tell.say("place.filled", shape.texts("shape")[0]),
                        List.of(
                                Fact.of(
                                        tell.name("fact.holds"),
                                        shape.doubles("cells_in_shape")[0],
                                        placement,
                                        SHAPE,
                                        "cells_in_shape"),
                                Fact.of(
                                        tell.name("fact.share"),
                                        shape.doubles("fraction")[0],
                                        placement,
                                        SHAPE,
                                        "fraction"))),
                new Step(
                        "anatomist",
                        tell.say("place.drawn", cells.name(one, tell), cells.layer(one)),
                        List.of(
                                Fact.of(
                                        tell.name("fact.depth"),
                                        cells.depth_um(one),
                                        placement,
                                        Cells.TABLE,
                                        "depth_um"),
                                Fact.count(tell.name("fact.placed"), cells.count(), placement, Cells.TABLE))));
    }

    /** How a cell is grown. */
    static List<Step> growth(WorkspaceData data, Telling tell) {
        var grown = data.newest(MORPHOLOGIES);
        return grown.flatMap(m -> data.first(
                                m, MORPHOLOGIES, rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(rows))
                        .map(rows -> {
                            long cell = rows.longs("node_id")[0];
                            var facts = new ArrayList<Fact>();
                            sections(rows)
                                    .forEach((kind, count) -> facts.add(new Fact(
                                            tell.name("fact.sections." + kind),
                                            count,
                                            "1",
                                            "%s %s, %s.sections; %s"
                                                    .formatted(m.stage(), m.id().brief(), MORPHOLOGIES, source(m)))));
                            return List.of(
                                    new Step("anatomist", tell.say("growth.goes"), List.of()),
                                    new Step("anatomist", tell.say("growth.forks", cell), facts));
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
            if (types[i] >= FIRST_NEURITE && types[i] <= LAST_NEURITE) {
                counts.merge((int) types[i], 1, Integer::sum);
            }
        }
        return counts;
    }

    /** How a synapse is chosen. */
    static List<Step> synapse(WorkspaceData data, Telling tell) {
        var found = data.newest(CONNECTIONS);
        if (found.isEmpty()) {
            return List.of();
        }
        var connectome = found.get();
        var rows = data.read(connectome, CONNECTIONS);
        return List.of(
                new Step(
                        "anatomist",
                        tell.say("synapse.apposition"),
                        List.of(sum(tell.name("fact.appositions"), rows, connectome, "appositions"))),
                new Step(
                        "connectomics",
                        tell.say("synapse.pruned"),
                        List.of(
                                sum(tell.name("fact.removed_first"), rows, connectome, "removed_by_reduction"),
                                sum(tell.name("fact.removed_second"), rows, connectome, "removed_by_cut"),
                                sum(tell.name("fact.removed_third"), rows, connectome, "removed_by_activation"))),
                new Step(
                        "connectomics",
                        tell.say("synapse.stays"),
                        List.of(
                                sum(tell.name("fact.synapses"), rows, connectome, "synapses"),
                                Fact.count(tell.name("fact.pairs"), rows.rowCount(), connectome, CONNECTIONS))));
    }

    private static Fact sum(String words, Batch rows, Manifest m, String column) {
        long sum = 0;
        for (int n : rows.ints(column)) {
            sum += n;
        }
        return Fact.of(words, sum, m, CONNECTIONS, column);
    }

    /** Which layer fires when. */
    static List<Step> layers(WorkspaceData data, Telling tell) {
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
                        run.get(),
                        tell)));
        return steps;
    }

    private static Step layer(
            int layer, double time_ms, Set<Long> firing, Set<Long> driven, Cells cells, Manifest run, Telling tell) {
        long stimulated = firing.stream().filter(driven::contains).count();
        var why = stimulated == firing.size()
                ? tell.name("layer.all_driven")
                : stimulated == 0 ? tell.name("layer.none_driven") : tell.name("layer.some_driven");
        return new Step(
                "electrophysiologist",
                tell.say("layer.fires", layer, firing.size(), cells.inLayer(layer), why),
                List.of(
                        Fact.of(tell.name("fact.layer_first"), time_ms, run, Spikes.TABLE, "timestamps"),
                        new Fact(
                                tell.name("fact.driven"),
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
