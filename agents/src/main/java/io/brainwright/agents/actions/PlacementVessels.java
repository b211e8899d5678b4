package io.brainwright.agents.actions;

import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.placement.v1.EndfeetRequest;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.VesselsRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Grows the blood vessels of the column that the cells stand in, and sets the end-feet of its astrocytes on them where asked for. */
final class PlacementVessels implements ActionExecutor {
    @Override
    public String action() {
        return "placement.vessels";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var cells = context.require(DatasetKind.CELLS);
        var made = new EnumMap<DatasetKind, DatasetRef>(DatasetKind.class);
        var vessels = vessels(context, cells);
        made.put(DatasetKind.VESSELS, vessels);
        var measures = new ArrayList<Measure>();
        var words = new ArrayList<String>();
        measure(context, vessels, measures, words);
        if (context.params().path("endfeet").asBoolean(false)) {
            var feet = endfeet(context, cells, vessels);
            made.put(DatasetKind.ENDFEET, feet);
            measureFeet(context, feet, measures);
        }
        return new StepOutcome(made, measures, List.of(), words, List.of());
    }

    /** Of the shape that the cells were placed in. */
    private static DatasetRef vessels(StepContext context, DatasetRef cells) {
        var placed = context.datasets()
                .manifest(new DatasetId(cells.getId()))
                .requestInto(PlacementRequest.newBuilder())
                .build();
        var request = VesselsRequest.newBuilder()
                .setAtlas(placed.getAtlas())
                .setShape(placed.getShape())
                .setSeed(context.params().path("seed").asLong(placed.getSeed()));
        OwnRecipe.give(context.plan(), "placement-vessels", request::setOwnValues);
        return context.build(
                "placement vessels", () -> context.services().placement().vessels(request.build()));
    }

    private static DatasetRef endfeet(StepContext context, DatasetRef cells, DatasetRef vessels) {
        var request = EndfeetRequest.newBuilder()
                .setCells(cells)
                .setVessels(vessels)
                .setSeed(context.params().path("seed").asLong(0));
        OwnRecipe.give(context.plan(), "placement-endfeet", request::setOwnValues);
        return context.build(
                "placement end-feet", () -> context.services().placement().endfeet(request.build()));
    }

    private static void measure(StepContext context, DatasetRef made, List<Measure> measures, List<String> words) {
        var rows = context.datasets().read(new DatasetId(made.getId()), "vessel_measures", 0);
        for (int i = 0; i < rows.rowCount(); i++) {
            var name = rows.texts("measure")[i];
            double value = rows.doubles("value")[i];
            double published = rows.doubles("published")[i];
            var unit = rows.texts("unit")[i];
            measures.add(Measure.of(context, name, "vessels", value, unit, 1));
            if (!Double.isNaN(published)) {
                words.add(String.format(
                                Locale.ROOT,
                                "%s: %.3g %s grown; the recipe has %.3g %s (%s).",
                                name.replace('_', ' '),
                                value,
                                unit.equals("1") ? "" : unit,
                                published,
                                unit.equals("1") ? "" : unit,
                                rows.texts("source")[i])
                        .replace("  ", " "));
            }
        }
    }

    private static void measureFeet(StepContext context, DatasetRef made, List<Measure> measures) {
        var id = new DatasetId(made.getId());
        var cells = context.datasets().read(id, "astrocyte_endfeet", 0);
        var feet = context.datasets().read(id, "endfeet", 0);
        var coverage = context.datasets().read(id, "vessel_coverage", 0);
        long inside = IntStream.range(0, feet.rowCount())
                .filter(i -> feet.bytes("in_domain")[i] == 1)
                .count();
        measures.add(Measure.of(context, "astrocytes", "all", cells.rowCount(), "1", cells.rowCount()));
        measures.add(Measure.of(
                context,
                "endfeet_per_astrocyte",
                "astrocytes",
                (double) feet.rowCount() / cells.rowCount(),
                "1",
                cells.rowCount()));
        measures.add(Measure.of(
                context, "endfeet_in_domain", "astrocytes", (double) inside / feet.rowCount(), "1", feet.rowCount()));
        for (int i = 0; i < coverage.rowCount(); i++) {
            measures.add(Measure.of(
                    context,
                    "vessel_wall_covered",
                    coverage.texts("kind")[i],
                    coverage.doubles("fraction")[i],
                    "1",
                    coverage.ints("endfeet")[i]));
        }
    }
}
