package io.brainwright.studio.web.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slice by order is the slice by search. */
class AtlasVoxelsTest {
    private static final int[] SHAPE = {7, 5, 4};
    private static final int VOXELS = 90;

    private final int[][] voxel = new int[3][VOXELS];
    private final byte[] layer = new byte[VOXELS];
    private final float[] depth_um = new float[VOXELS];
    private final AtlasVoxels atlas = atlas();

    @ParameterizedTest
    @ValueSource(strings = {"x", "y", "z"})
    void everySliceHoldsItsVoxelsAndNoOthers(String axis) {
        int fixed = "xyz".indexOf(axis);
        int u = fixed == 0 ? 1 : 0;
        int v = fixed == 2 ? 1 : 2;
        for (int at = 0; at < SHAPE[fixed]; at++) {
            var slice = VoxelSlice.of(atlas, axis, at);
            var layers = new int[SHAPE[u] * SHAPE[v]];
            var depths = new float[layers.length];
            for (int i = 0; i < VOXELS; i++) {
                if (voxel[fixed][i] == at) {
                    layers[voxel[v][i] * SHAPE[u] + voxel[u][i]] = layer[i];
                    depths[voxel[v][i] * SHAPE[u] + voxel[u][i]] = depth_um[i];
                }
            }
            assertThat(slice.layer()).containsExactly(layers);
            assertThat(slice.depth_um()).containsExactly(depths);
            assertThat(slice.count()).isEqualTo(SHAPE[fixed]);
        }
        int beyond = SHAPE[fixed];
        assertThatThrownBy(() -> VoxelSlice.of(atlas, axis, beyond)).isInstanceOf(Problem.class);
    }

    private AtlasVoxels atlas() {
        var random = new SplittableRandom(3);
        int cells = SHAPE[0] * SHAPE[1] * SHAPE[2];
        var taken = random.ints(0, cells).distinct().limit(VOXELS).toArray();
        for (int i = 0; i < VOXELS; i++) {
            voxel[0][i] = taken[i] % SHAPE[0];
            voxel[1][i] = taken[i] / SHAPE[0] % SHAPE[1];
            voxel[2][i] = taken[i] / SHAPE[0] / SHAPE[1];
            layer[i] = (byte) (1 + i % 6);
            depth_um[i] = i + 0.5f;
        }
        var grid = new TableSchema(
                "grid",
                List.of(
                        column("shape_x", ColumnType.I32),
                        column("shape_y", ColumnType.I32),
                        column("shape_z", ColumnType.I32),
                        column("voxel_um", ColumnType.F64),
                        column("origin_x", ColumnType.F64),
                        column("origin_y", ColumnType.F64),
                        column("origin_z", ColumnType.F64)));
        var voxels = new TableSchema(
                "voxels",
                List.of(
                        column("voxel_x", ColumnType.I32),
                        column("voxel_y", ColumnType.I32),
                        column("voxel_z", ColumnType.I32),
                        column("layer", ColumnType.I8),
                        column("depth_um", ColumnType.F32)));
        return new AtlasVoxels(
                Batch.of(
                        grid,
                        new int[] {SHAPE[0]},
                        new int[] {SHAPE[1]},
                        new int[] {SHAPE[2]},
                        new double[] {25},
                        new double[1],
                        new double[1],
                        new double[1]),
                Batch.of(voxels, voxel[0], voxel[1], voxel[2], layer, depth_um));
    }

    private static Column column(String name, ColumnType type) {
        return Column.of(name, type, "1", "a number", "test");
    }
}
