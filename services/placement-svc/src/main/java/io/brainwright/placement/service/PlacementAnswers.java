package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.Assumptions;
import io.brainwright.placement.model.GliaKind;
import io.brainwright.placement.model.Placement;
import io.brainwright.placement.model.Tissue;
import io.brainwright.proto.fabric.v1.Assumption;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.placement.v1.PlacementRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells, in the words of the contract, what a placement costs and what it rests on. */
final class PlacementAnswers {
    /** Columns of 4 bytes, node id of 8, layer of 1, and the morphology's own name. */
    private static final int BYTES_PER_CELL = 100;
    /** Memory while a tile is placed: positions, neighbours, rows. */
    private static final int MEMORY_PER_CELL = 250;
    /** Measured on one core of a shared machine, rows included: docs/science/cell-placement.md. */
    private static final double CELLS_PER_S = 170_000;

    private PlacementAnswers() {}

    static Estimate estimate(PlacementRequest complete, Datasets datasets) {
        var placement = Tissues.placement(complete, datasets);
        long cells = placement.cells();
        long largest = 0;
        for (int tile = 0; tile < placement.tiles().size(); tile++) {
            cells += placement.glia(tile);
            largest = Math.max(largest, placement.cells(tile) + placement.glia(tile));
        }
        return Estimate.newBuilder()
                .setAmount(cells)
                .setUnit("cells")
                .setSeconds(0.1 + cells / CELLS_PER_S)
                .setMemoryBytes(largest * MEMORY_PER_CELL)
                .setDiskBytes(cells * BYTES_PER_CELL)
                .addNotes(String.format(
                        Locale.ROOT,
                        "The %s is %.4f mm3 and holds %,d cells at %s times the published density.",
                        shape(placement),
                        placement.volume_mm3(),
                        Math.round(placement.cellsInShape()),
                        complete.getDensityScale()))
                .addNotes(thinning(placement))
                .addAllAssumptions(assumptions(complete, placement))
                .build();
    }

    static String shape(Placement placement) {
        return placement.tiles().stream().map(Tissue::label).collect(Collectors.joining(", "));
    }

    /** What placing only a part of a shape's cells does. */
    static String thinning(Placement placement) {
        if (placement.fraction() == 1) {
            return "All cells of the shape are placed.";
        }
        return String.format(
                Locale.ROOT,
                "The shape is kept and thinned uniformly to %,d of %,d cells (fraction %.4f): each cell keeps about %.1f %%"
                        + " of its partners within the shape, at the distances that they have in the full tissue.",
                placement.cells(),
                Math.round(placement.cellsInShape()),
                placement.fraction(),
                100 * placement.fraction());
    }

    private static List<Assumption> assumptions(PlacementRequest complete, Placement placement) {
        var file = placement.tiles().getFirst().region().sheet().recipe().file();
        var list = new ArrayList<Assumption>();
        list.add(Assumptions.of(file.value("totals.neurons_per_mm3")));
        list.add(Assumptions.of(file.value("totals.inhibitory_fraction")));
        for (int layer : complete.getLayersList()) {
            list.add(Assumptions.of(file.value("layers." + layer + ".thickness_um")));
        }
        if (placement.fraction() < 1) {
            list.add(Assumptions.chosen(
                    "placement.fraction",
                    String.format(Locale.ROOT, "%.4f", placement.fraction()),
                    "1",
                    "the shape holds more cells than were asked for. " + thinning(placement)));
        }
        list.add(Assumptions.chosen("placement.soma_diameter_um", "10", "um", "no two somata come nearer"));
        if (complete.getClassesCount() == 0) {
            list.add(Assumptions.chosen("placement.glia", "none", "1", "none were asked for; name them in 'classes'"));
        }
        for (var kind : complete.getClassesList()) {
            var glia = GliaKind.named(kind).orElseThrow();
            list.add(Assumptions.of(file.value(glia.path("density_per_mm3"))));
            list.add(Assumptions.of(file.value(glia.path("soma_radius_um"))));
        }
        return list;
    }
}
