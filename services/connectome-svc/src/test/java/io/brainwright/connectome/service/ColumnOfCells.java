package io.brainwright.connectome.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.random.Draws;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.testkit.GivenRows;
import io.brainwright.testkit.StageHarness;
import java.util.List;

/** Cells of random-walk neurites at all depths of a column of S1HL, as a placement tells them; and the atlas behind them. */
record ColumnOfCells(int count, double width_um, double fraction, List<String> regions)
        implements GivenRows<PlacementRequest> {
    static final CorticalSheet SHEET = CorticalSheet.open("rat-nbs1");
    private static final String[] MTYPES = {"L1_NGC-DA", "L2_TPC:A", "L3_TPC:A", "L4_SSC", "L5_TPC:A", "L6_MC"};
    private static final TableSchema GRID =
            new TableSchema("grid", List.of(Column.of("atlas", ColumnType.TEXT, "1", "name of the atlas", "test")));
    private static final TableSchema SHAPE = new TableSchema(
            "shape",
            List.of(
                    Column.of("volume_mm3", ColumnType.F64, "mm3", "volume", "test"),
                    Column.of("fraction", ColumnType.F64, "1", "share placed", "test")));

    ColumnOfCells(int count, double width_um, double fraction) {
        this(count, width_um, fraction, List.of("S1HL"));
    }

    /** Builds the atlas and the column; gives the column's id. Cells of several regions are told as those of the whole sheet. */
    DatasetId in(StageHarness harness) {
        var atlas = harness.run(new BareAtlas(), AtlasRequest.getDefaultInstance());
        var request = PlacementRequest.newBuilder();
        request.getAtlasBuilder().setId(atlas.hex());
        if (regions.size() > 1) {
            request.getShapeBuilder().setKind(ShapeKind.SHAPE_KIND_REGION);
        }
        return harness.run(this, request.addAllLayers(List.of(1, 2, 3, 4, 5, 6)).build());
    }

    double volume_um3() {
        return Math.PI * width_um * width_um / 4 * SHEET.recipe().thickness_um();
    }

    @Override
    public String name() {
        return "placement";
    }

    @Override
    public PlacementRequest emptyRequest() {
        return PlacementRequest.getDefaultInstance();
    }

    @Override
    public List<DatasetId> inputs(PlacementRequest request) {
        return List.of(new DatasetId(request.getAtlas().getId()));
    }

    @Override
    public List<TableSchema> tables(PlacementRequest request) {
        return List.of(SmallCircuit.CELLS, SHAPE, MorphologyTable.SCHEMA);
    }

    @Override
    public void make(PlacementRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        double[] axis = new double[3];
        long[] ids = new long[count];
        float[][] place = new float[3][count];
        float[][] turn = new float[4][count];
        byte[] layer = new byte[count];
        String[] mtypes = new String[count];
        String[] classes = new String[count];
        var shapes = new Morphology[count];
        for (int i = 0; i < count; i++) {
            ids[i] = i;
            SHEET.region(regions.get(i % regions.size())).axis(axis);
            var draws = Draws.of(1, "test.column", i);
            double depth_um = draws.uniform(0, SHEET.recipe().thickness_um());
            for (int k = 0; k < 3; k++) {
                place[k][i] = (float) (axis[k] * (SHEET.radius_um() - depth_um)
                        + draws.uniform(-width_um / 2, width_um / 2)
                        - (k == 1 ? SHEET.radius_um() : 0));
            }
            turn[0][i] = 1;
            layer[i] = (byte) SHEET.layerAt(depth_um);
            mtypes[i] = MTYPES[layer[i] - 1];
            classes[i] = layer[i] == 1 || layer[i] == 6 ? "INH" : "EXC";
            shapes[i] = SmallCircuit.shape(draws);
        }
        out.write(Batch.of(
                SmallCircuit.CELLS,
                ids,
                place[0],
                place[1],
                place[2],
                turn[0],
                turn[1],
                turn[2],
                turn[3],
                layer,
                mtypes,
                classes));
        out.write(Batch.of(SHAPE, new double[] {volume_um3() / 1e9}, new double[] {fraction}));
        out.write(MorphologyTable.toBatch(ids, shapes));
    }

    /** Only the table that placements are read with. */
    private static final class BareAtlas implements GivenRows<AtlasRequest> {
        @Override
        public String name() {
            return "atlas";
        }

        @Override
        public AtlasRequest emptyRequest() {
            return AtlasRequest.getDefaultInstance();
        }

        @Override
        public List<TableSchema> tables(AtlasRequest request) {
            return List.of(GRID);
        }

        @Override
        public void make(AtlasRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
            out.write(Batch.of(GRID, (Object) new String[] {"rat-nbs1"}));
        }
    }
}
