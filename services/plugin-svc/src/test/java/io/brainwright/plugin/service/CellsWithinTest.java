package io.brainwright.plugin.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.SheetRegion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells beside the tissue that they were placed in are named, with the place where they lie. */
class CellsWithinTest {
    private static final double WIDTH_UM = 150;
    private static final double VOXEL_UM = 25;
    private static final double SLACK_UM = VOXEL_UM * Math.sqrt(3) / 2;
    private static final TableSchema CELLS = new TableSchema(
            "cells",
            List.of(
                    Column.of("node_id", ColumnType.U64, "1", "id", "test"),
                    Column.of("x", ColumnType.F32, "um", "place", "test"),
                    Column.of("y", ColumnType.F32, "um", "place", "test"),
                    Column.of("z", ColumnType.F32, "um", "place", "test"),
                    Column.of("layer", ColumnType.I8, "1", "layer", "test")));

    private final SheetRegion region = CorticalSheet.open("rat-nbs1").region("S1HL");
    private final CellsWithin column = new CellsWithin(region, WIDTH_UM, VOXEL_UM);

    /** A cell at a depth below the pia, at a distance from the region's axis. */
    private Batch cell(double depth_um, double across_um, int layer) {
        var axis = new double[3];
        region.axis(axis);
        double norm = Math.hypot(axis[0], axis[1]);
        var aside = new double[] {axis[1] / norm, -axis[0] / norm, 0}; // at right angles to the axis
        double radius_um = region.sheet().radius_um() - depth_um;
        double along_um = Math.sqrt(radius_um * radius_um - across_um * across_um);
        return Batch.of(
                CELLS,
                new long[] {17},
                new float[] {(float) (along_um * axis[0] + across_um * aside[0])},
                new float[] {
                    (float) (along_um * axis[1]
                            + across_um * aside[1]
                            - region.sheet().radius_um())
                },
                new float[] {(float) (along_um * axis[2])},
                new byte[] {(byte) layer});
    }

    private double middle_um(int layer) {
        var own = region.sheet().recipe().layer(layer);
        return (own.top_um() + own.bottom_um()) / 2;
    }

    @Test
    void oneInTheMiddleOfItsLayerIsRight() {
        for (int layer : region.layers()) {
            assertThat(column.fault(cell(middle_um(layer), 0, layer))).isEmpty();
        }
    }

    @Test
    void oneAboveThePiaIsToldWithItsHeight() {
        assertThat(column.fault(cell(-40, 0, 1)))
                .hasValueSatisfying(f -> assertThat(f)
                        .startsWith("cell 17 at (")
                        .contains("layer 1, 0 to")
                        .endsWith("lies 40.0 um above it"));
    }

    @Test
    void halfAVoxelsDiagonalBesideTheLayerIsForgivenAndNoMore() {
        double bottom_um = region.sheet().recipe().layer(4).bottom_um();
        assertThat(column.fault(cell(bottom_um + SLACK_UM - 0.5, 0, 4))).isEmpty();
        assertThat(column.fault(cell(bottom_um + SLACK_UM + 0.5, 0, 4)))
                .hasValueSatisfying(f -> assertThat(f).contains("is of layer 4"));
    }

    @Test
    void oneBesideTheColumnIsToldWithItsDistanceFromTheAxis() {
        double reach_um = WIDTH_UM / 2 + SLACK_UM;
        assertThat(column.fault(cell(middle_um(4), reach_um - 0.5, 4))).isEmpty();
        assertThat(column.fault(cell(middle_um(4), 130, 4)))
                .hasValueSatisfying(f ->
                        assertThat(f).endsWith("lies 130.0 um from the axis of a column of S1HL that is 150 um wide"));
    }

    @Test
    void oneInTheNextRegionIsOutsideTheWholeRegion() {
        var whole = new CellsWithin(region, 0, VOXEL_UM);
        assertThat(whole.fault(cell(middle_um(4), 130, 4))).isEmpty();
        assertThat(whole.fault(cell(middle_um(4), 3000, 4)))
                .hasValueSatisfying(f -> assertThat(f).endsWith("lies outside S1HL"));
    }

    @Test
    void aLayerThatTheRegionHasNotIsTold() {
        assertThat(column.fault(cell(300, 0, 7)))
                .hasValueSatisfying(f -> assertThat(f).endsWith("is of layer 7, which S1HL has not"));
    }
}
