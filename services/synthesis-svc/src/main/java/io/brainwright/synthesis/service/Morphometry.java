package io.brainwright.synthesis.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.rpc.AskedNames;
import io.brainwright.fabric.rpc.MeasuredAnswer;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.synthesis.v1.MorphometryRequest;
import io.brainwright.synthesis.model.morphometry.CellBars;
import io.brainwright.synthesis.model.morphometry.ShapeFeature;
import io.brainwright.synthesis.model.morphometry.ShapeTally;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Answers what grown cells look like in numbers, m-type by m-type; reads one chunk of morphologies at a time. */
final class Morphometry {
    /** chosen: up to three kinds of neurite of each, as many as there are colours to tell apart. */
    private static final int MOST_BARCODES = 2;

    private final MorphometryRequest request;
    private final List<ShapeFeature> features;
    private final Datasets datasets;
    private final Map<String, Example> examples = new TreeMap<>();

    private record Example(long node_id, Morphology shape) {}

    private final @Nullable BesideReconstructions beside;

    private Morphometry(
            MorphometryRequest request,
            List<ShapeFeature> features,
            Datasets datasets,
            @Nullable BesideReconstructions beside) {
        this.request = request;
        this.features = features;
        this.datasets = datasets;
        this.beside = beside;
    }

    static MeasuredResponse of(MorphometryRequest request, Datasets datasets, GrowthCatalogue catalogue) {
        var faults = new ArrayList<FieldFault>();
        checkId("morphologies", request.getMorphologies().getId(), faults);
        checkId("cells", request.getCells().getId(), faults);
        var words = AskedNames.several("features", request.getFeaturesList(), ShapeFeature.words(), faults);
        AskedNames.optional("against", request.getAgainst(), List.of(BesideReconstructions.WORD), faults);
        boolean compared = !request.getAgainst().isEmpty();
        if (request.getBars() && !compared) {
            faults.add(new FieldFault("bars", "are those that are compared; say against what."));
        }
        if (compared && faults.isEmpty()) {
            BesideReconstructions.check(words.stream().map(ShapeFeature::of).toList(), faults);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The cells cannot be measured as asked.", faults);
        }
        var features = words.stream().map(ShapeFeature::of).toList();
        return new Morphometry(request, features, datasets, compared ? new BesideReconstructions(catalogue) : null)
                .answer();
    }

    private static void checkId(String field, String id, List<FieldFault> faults) {
        if (!id.matches("[0-9a-f]{64}")) {
            faults.add(new FieldFault(field, "'%s'; name a dataset by 64 hexadecimal digits.".formatted(id)));
        }
    }

    private MeasuredResponse answer() {
        var shapes = requireTable("morphologies", request.getMorphologies().getId(), MorphologyTable.NAME);
        var cells = requireTable("cells", request.getCells().getId(), PlacedCells.TABLE);
        var mtypeOf = mtypes(cells);
        var wanted = wanted(new TreeSet<>(mtypeOf.values()));
        var tallies = new TreeMap<String, ShapeTally>();
        for (var chunk : shapes.chunks()) {
            var batch = datasets.read(shapes.id(), MorphologyTable.NAME, chunk.index());
            long[] ids = batch.longs("node_id");
            for (int i = 0; i < ids.length; i++) {
                var mtype = mtypeOf.get(ids[i]);
                if (mtype == null) {
                    throw Problem.invalid(
                            "The morphologies were not grown for these cells.",
                            List.of(new FieldFault(
                                    "cells", "has no cell %d; name the placed cells.".formatted(ids[i]))));
                }
                if (wanted.contains(mtype)) {
                    var shape = MorphologyTable.morphology(batch, i);
                    examples.putIfAbsent(mtype, new Example(ids[i], shape));
                    tallies.computeIfAbsent(mtype, _ -> new ShapeTally(features))
                            .add(shape);
                    if (beside != null) {
                        beside.add(mtype, shape);
                    }
                }
            }
        }
        return told(tallies);
    }

    private MeasuredResponse told(Map<String, ShapeTally> tallies) {
        var answer = new MeasuredAnswer();
        tallies.forEach((mtype, tally) -> {
            tally.measures().forEach((metric, m) -> answer.mean(metric, mtype, m.moments(), m.unit(), m.over()));
            tally.shollCurves().forEach((neurite, crossings) -> {
                var curve = answer.curve("sholl_" + neurite, mtype, "radius (um)", "crossings per cell");
                for (int k = 0; k < crossings.length; k++) {
                    curve.addX(k * ShapeTally.SPHERES_UM).addY(crossings[k]);
                }
            });
        });
        if (features.contains(ShapeFeature.PERSISTENCE)) {
            examples.entrySet().stream().limit(MOST_BARCODES).forEach(e -> barcodes(e.getKey(), e.getValue(), answer));
        }
        for (var feature : features) {
            answer.note(feature.word() + ": " + feature.meaning() + ".");
        }
        if (beside != null) {
            beside(answer, beside);
        }
        for (var mtype : request.getMTypesList()) {
            if (!tallies.containsKey(mtype)) {
                answer.note("There are no grown cells of m-type %s.".formatted(mtype));
            }
        }
        return answer.response();
    }

    private void beside(MeasuredAnswer answer, BesideReconstructions beside) {
        beside.told(features, answer);
        if (features.contains(ShapeFeature.PERSISTENCE)) {
            answer.note(BesideReconstructions.meaning());
        }
        if (request.getBars()) {
            beside.curves(request.getMTypesList(), answer);
        }
    }

    /** Begin and end of each bar in turn on x, its line twice on y. */
    private static void barcodes(String mtype, Example cell, MeasuredAnswer answer) {
        CellBars.of(cell.shape()).forEach((neurite, bars) -> {
            var name = "%s, cell %d, %s".formatted(mtype, cell.node_id(), neurite.replace('_', ' '));
            var curve = answer.curve("persistence", name, "path length from the first point of the tree (um)", "bars");
            for (int line = 0; line < bars.size(); line++) {
                curve.addX(bars.get(line).fork_um()).addX(bars.get(line).tip_um());
                curve.addY(line).addY(line);
            }
        });
    }

    private Map<Long, String> mtypes(Manifest cells) {
        var mtypeOf = new HashMap<Long, String>();
        for (var chunk : cells.chunks()) {
            var batch = datasets.read(cells.id(), PlacedCells.TABLE, chunk.index());
            for (int i = 0; i < batch.rowCount(); i++) {
                mtypeOf.put(batch.longs("node_id")[i], batch.texts("mtype")[i]);
            }
        }
        return mtypeOf;
    }

    private Set<String> wanted(TreeSet<String> there) {
        var asked = request.getMTypesList();
        if (!asked.isEmpty() && asked.stream().noneMatch(there::contains)) {
            throw Problem.invalid(
                    "The selection finds no cells.",
                    List.of(new FieldFault(
                            "m_types",
                            "no cell is %s. %s"
                                    .formatted(
                                            String.join(" or ", asked),
                                            NearestNames.sentence(asked.getFirst(), there)))));
        }
        return asked.isEmpty() ? there : Set.copyOf(asked);
    }

    private Manifest requireTable(String field, String id, String table) {
        var manifest = datasets.manifest(new DatasetId(id));
        if (manifest.tables().stream().noneMatch(t -> t.name().equals(table))) {
            throw Problem.invalid(
                    "The cells cannot be measured.",
                    List.of(new FieldFault(
                            field,
                            "Dataset %s was made by '%s' and has no table '%s'."
                                    .formatted(manifest.id().brief(), manifest.stage(), table))));
        }
        return manifest;
    }
}
