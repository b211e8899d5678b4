package io.brainwright.placement.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.atlas.service.AtlasStage;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.fabric.v1.OwnValue;
import io.brainwright.proto.fabric.v1.OwnValues;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.proto.placement.v1.VesselsRequest;
import io.brainwright.testkit.StageHarness;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VesselStageTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static final DatasetId ATLAS = HARNESS.run(
            new AtlasStage(),
            AtlasRequest.newBuilder().setRegion("S1HL").setVoxelUm(100).build());

    private static VesselsRequest.Builder column(double width_um) {
        var request = VesselsRequest.newBuilder().setSeed(7);
        request.getAtlasBuilder().setId(ATLAS.hex());
        request.getShapeBuilder().setKind(ShapeKind.SHAPE_KIND_COLUMN).setWidthUm(width_um);
        return request;
    }

    private static OwnValues.Builder own(String path, double value) {
        return OwnValues.newBuilder()
                .addValues(OwnValue.newBuilder().setPath(path).setValue(value));
    }

    @Test
    void segmentsJoinThePointsOfTheirTableAndTheMeasuresStandBesideTheirSources() {
        var made = HARNESS.run(new VesselStage(), column(160).build());
        var segments = HARNESS.read(made, "vessels");
        var points = HARNESS.read(made, "vessel_points");
        double length_um = 0;
        for (int i = 0; i < segments.rowCount(); i++) {
            int start = (int) segments.longs("start_node")[i];
            int end = (int) segments.longs("end_node")[i];
            double squared = 0;
            for (var axis : List.of("x", "y", "z")) {
                assertThat(segments.floats("start_" + axis)[i]).isEqualTo(points.floats(axis)[start]);
                double d = segments.floats("end_" + axis)[i] - points.floats(axis)[start];
                assertThat(segments.floats("end_" + axis)[i]).isEqualTo(points.floats(axis)[end]);
                squared += d * d;
            }
            length_um += Math.sqrt(squared);
        }
        double column_mm3 = Math.PI * 80 * 80 * 2082 / 1e9;
        var measures = HARNESS.read(made, "vessel_measures");
        int density = IntStream.range(0, measures.rowCount())
                .filter(i -> measures.texts("measure")[i].equals("vessel_length_density"))
                .findFirst()
                .orElseThrow();
        assertThat(measures.doubles("value")[density]).isCloseTo(length_um * 1e-6 / column_mm3, within(0.003));
        assertThat(measures.doubles("published")[density]).isEqualTo(1.0);
        assertThat(measures.texts("source")[density]).startsWith("chosen:");
    }

    @Test
    void aScientistsOwnLengthDensityIsMet() {
        var sparse = HARNESS.run(
                new VesselStage(),
                column(160).setOwnValues(own("vessels.length_m_per_mm3", 0.5)).build());
        assertThat(HARNESS.read(sparse, "vessel_measures").doubles("value")[0]).isCloseTo(0.5, within(0.005));
    }

    @Test
    void aWholeRegionAndNumbersThatAreNotVesselsAreRefusedTogether() {
        var asked = column(160).setOwnValues(own("endfeet.count_mean", 3));
        asked.getShapeBuilder().setKind(ShapeKind.SHAPE_KIND_REGION);
        var problem = catchThrowableOfType(Problem.class, () -> new VesselStage().complete(asked.build()));
        assertThat(problem.faults())
                .extracting(FieldFault::field)
                .containsExactly("shape.kind", "own_values.endfeet.count_mean");
        var negative =
                column(160).setOwnValues(own("capillary.diameter_um", -1)).build();
        assertThat(catchThrowableOfType(Problem.class, () -> new VesselStage().complete(negative))
                        .faults())
                .extracting(FieldFault::field)
                .containsExactly("own_values.capillary.diameter_um");
    }

    @Test
    void theWidthIsFilledInAndTheRecipesOwnNumberChangesNoId() {
        var bare = VesselsRequest.newBuilder();
        bare.getAtlasBuilder().setId(ATLAS.hex());
        var complete = new VesselStage().complete(bare.build());
        assertThat(complete.getShape().getWidthUm()).isEqualTo(200);
        bare.setOwnValues(own("capillary.diameter_um", 6.05));
        assertThat(new VesselStage().complete(bare.build())).isEqualTo(complete);
    }
}
