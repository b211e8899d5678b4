package io.brainwright.plugin.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.atlas.SheetRegion;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether cells lie in the tissue that they were placed in: in their region, between the borders of their layer, no further from the
 * axis than the column is wide. A plug-in knows the tissue by its voxels, so half the diagonal of one is forgiven everywhere.
 */
final class CellsWithin {
    private final SheetRegion region;
    private final double radius_um;
    private final double slack_um;

    /** @param width_um diameter of the column about the region's axis; 0 for the whole region */
    CellsWithin(SheetRegion region, double width_um, double voxel_um) {
        this.region = region;
        this.radius_um = width_um / 2;
        this.slack_um = RegionRows.REACH * voxel_um;
    }

    /** The first cell that lies elsewhere, where it lies, and where it should. */
    Optional<String> fault(Batch cells) {
        for (int i = 0; i < cells.rowCount(); i++) {
            var at = new double[] {cells.floats("x")[i], cells.floats("y")[i], cells.floats("z")[i]};
            var fault = depth(at, cells.bytes("layer")[i]).or(() -> across(at));
            if (fault.isPresent()) {
                long id = cells.longs("node_id")[i];
                return fault.map(f ->
                        String.format(Locale.ROOT, "cell %d at (%.1f, %.1f, %.1f) um %s", id, at[0], at[1], at[2], f));
            }
        }
        return Optional.empty();
    }

    private Optional<String> depth(double[] at, int layer) {
        var sheet = region.sheet();
        double depth_um = sheet.depth_um(at[0], at[1], at[2]);
        if (Arrays.stream(region.layers()).noneMatch(l -> l == layer)) {
            return Optional.of("is of layer %d, which %s has not".formatted(layer, name()));
        }
        var own = sheet.recipe().layer(layer);
        if (depth_um >= own.top_um() - slack_um && depth_um <= own.bottom_um() + slack_um) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "is of layer %d, %.0f to %.0f um below the pia, and lies %.1f um %s it",
                layer,
                own.top_um(),
                own.bottom_um(),
                Math.abs(depth_um),
                depth_um < 0 ? "above" : "below"));
    }

    private Optional<String> across(double[] at) {
        if (radius_um == 0) {
            return belongs(at) ? Optional.empty() : Optional.of("lies outside " + name());
        }
        double across_um = Math.sqrt(Math.max(0, region.fromAxis_um2(at[0], at[1], at[2])));
        return across_um <= radius_um + slack_um
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "lies %.1f um from the axis of a column of %s that is %.0f um wide",
                        across_um,
                        name(),
                        2 * radius_um));
    }

    /** In the region, or so near its border that a voxel of it reaches there. */
    private boolean belongs(double[] at) {
        if (region.contains(at[0], at[1], at[2])) {
            return true;
        }
        var near = at.clone();
        for (int k = 0; k < near.length; k++) {
            for (double d : new double[] {-slack_um, slack_um}) {
                near[k] = at[k] + d;
                if (region.contains(near[0], near[1], near[2])) {
                    return true;
                }
            }
            near[k] = at[k];
        }
        return false;
    }

    private String name() {
        return region.node().acronym();
    }
}
