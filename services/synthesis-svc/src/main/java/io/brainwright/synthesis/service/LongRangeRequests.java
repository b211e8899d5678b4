package io.brainwright.synthesis.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.MType;
import io.brainwright.neuro.vocabulary.NearestNames;
import io.brainwright.proto.synthesis.v1.LongRangeAxons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks requests for long-range axons, and puts their names in order. */
final class LongRangeRequests {
    static final String ATLAS = "rat-nbs1";
    private static final int TUFTS = 2; // chosen: the fewest that fork within a target
    private static final int MOST_TUFTS = 8; // chosen: more than real cells have in one region
    /** chosen: what rounding of places to float32 does, with room. */
    private static final double SAME_DEPTH_UM = 1;

    private LongRangeRequests() {}

    static LongRangeAxons complete(LongRangeAxons asked) {
        var faults = new ArrayList<FieldFault>();
        var recipe = CorticalRecipe.open(ATLAS);
        var regions = recipe.regions().stream().map(r -> r.acronym()).toList();
        if (asked.getTargetsCount() == 0) {
            faults.add(new FieldFault("long_range.targets", "is empty; say which regions the axons go to."));
        }
        for (int i = 0; i < asked.getTargetsCount(); i++) {
            var target = asked.getTargets(i);
            if (!regions.contains(target)) {
                faults.add(
                        new FieldFault("long_range.targets[%d]".formatted(i), NearestNames.sentence(target, regions)));
            }
        }
        for (int i = 0; i < asked.getMTypesCount(); i++) {
            mtype("long_range.m_types[%d]".formatted(i), asked.getMTypes(i), recipe, faults);
        }
        if (asked.getTufts() < 0 || asked.getTufts() > MOST_TUFTS) {
            faults.add(new FieldFault(
                    "long_range.tufts", "%d; 1 to %d are possible.".formatted(asked.getTufts(), MOST_TUFTS)));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The request for long-range axons cannot stay as it is.", faults);
        }
        var types = asked.getMTypesCount() > 0
                ? asked.getMTypesList()
                : recipe.mtypes().stream()
                        .filter(MType::excitatory)
                        .map(MType::name)
                        .toList();
        return asked.toBuilder()
                .clearTargets()
                .addAllTargets(
                        asked.getTargetsList().stream().distinct().sorted().toList())
                .clearMTypes()
                .addAllMTypes(types.stream().distinct().sorted().toList())
                .setTufts(asked.getTufts() == 0 ? TUFTS : asked.getTufts())
                .build();
    }

    private static void mtype(String field, String name, CorticalRecipe recipe, List<FieldFault> faults) {
        var names = recipe.mtypes().stream().map(MType::name).toList();
        if (!names.contains(name)) {
            faults.add(new FieldFault(field, NearestNames.sentence(name, names)));
        } else if (!recipe.mtype(name).excitatory()) {
            faults.add(new FieldFault(
                    field,
                    "%s is inhibitory; its axons stay in their region. Name excitatory m-types.".formatted(name)));
        }
    }

    /**
     * Whether there are cells that project.
     *
     * @throws Problem PRECONDITION where none does, or where the cells stand on another sheet
     */
    static void checkCells(LongRangeAxons asked, Datasets inputs, DatasetId cells) {
        if (inputs.manifest(cells).table(PlacedCells.TABLE).columns().stream()
                .noneMatch(c -> c.name().equals("orientation_w"))) {
            throw Problem.invalid(
                    "These cells cannot send axons anywhere.",
                    List.of(new FieldFault("cells", "have no place in an atlas; place them in a region of it.")));
        }
        var types = Set.copyOf(asked.getMTypesList());
        var sheet = CorticalSheet.open(ATLAS);
        int selected = 0;
        int projecting = 0;
        for (int chunk = 0; chunk < inputs.manifest(cells).chunks().size(); chunk++) {
            var rows = inputs.read(cells, PlacedCells.TABLE, chunk);
            for (int row = 0; row < rows.rowCount(); row++) {
                if (types.contains(rows.texts("mtype")[row])) {
                    checkSheet(sheet, rows, row);
                    selected++;
                    var region = rows.texts("region")[row];
                    projecting += asked.getTargetsList().stream().allMatch(region::equals) ? 0 : 1;
                }
            }
        }
        if (projecting == 0) {
            throw nobody(asked, selected);
        }
    }

    private static Problem nobody(LongRangeAxons asked, int selected) {
        var targets = String.join(", ", asked.getTargetsList());
        return new Problem(
                Kind.PRECONDITION,
                "NO_PROJECTING_CELLS",
                selected == 0
                        ? "None of the cells has an m-type that is to project: %s."
                                .formatted(String.join(", ", asked.getMTypesList()))
                        : "All %d cells that are to project stand in %s itself.".formatted(selected, targets),
                selected == 0
                        ? "Place cells of these m-types, or name others."
                        : "Name another region as target, or place cells in another region.",
                Map.of("targets", targets, "selected", String.valueOf(selected)));
    }

    private static void checkSheet(CorticalSheet sheet, Batch rows, int row) {
        double depth_um = sheet.depth_um(rows.floats("x")[row], rows.floats("y")[row], rows.floats("z")[row]);
        if (Math.abs(depth_um - rows.floats("depth_um")[row]) > SAME_DEPTH_UM) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "CELLS_ON_ANOTHER_SHEET",
                    "Cell %d lies %.1f um below the pia, but its place on the sheet '%s' %.1f um."
                            .formatted(rows.longs("node_id")[row], rows.floats("depth_um")[row], ATLAS, depth_um),
                    "Long-range axons know the sheet of the shipped recipe only: place the cells without own numbers"
                            + " for layers or the sheet.",
                    Map.of("node_id", String.valueOf(rows.longs("node_id")[row]), "atlas", ATLAS));
        }
    }
}
