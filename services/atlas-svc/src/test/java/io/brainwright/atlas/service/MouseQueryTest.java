package io.brainwright.atlas.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.QueryRequest;
import io.brainwright.proto.fabric.v1.Measured;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import org.junit.jupiter.api.Test;

class MouseQueryTest {
    private static QueryRequest.Builder mouse(String region, String quantity) {
        return QueryRequest.newBuilder().setSpecies("mouse").addRegions(region).addQuantities(quantity);
    }

    private static Measured value(MeasuredResponse answer, String metric, String group) {
        return answer.getMeasuresList().stream()
                .filter(m -> m.getMetric().equals(metric) && m.getGroup().equals(group))
                .findFirst()
                .orElseThrow(() -> new AssertionError(metric + " of " + group + " in " + answer));
    }

    @Test
    void markersOfAMouseRegionAreToldSourceBySourceAndTogether() {
        var answer = RegionQuery.of(mouse("VISp4", "markers").build());
        var counted = value(answer, "density_counted", "PV+ by S2");
        assertThat(counted.getValue()).isEqualTo(6583.5);
        assertThat(counted.getSd()).isEqualTo(626.3);
        assertThat(counted.getSource()).contains("Brain-wide Maps", "adult mouse");
        assertThat(value(answer, "density_counted", "PV+ by S26").getValue()).isEqualTo(16220);
        assertThat(value(answer, "density_low", "PV+").getValue())
                .isLessThan(value(answer, "density", "PV+").getValue());
        assertThat(value(answer, "density_programme", "PV+").getValue()).isPositive();
        assertThat(answer.getNotesList()).anyMatch(n -> n.contains("volume"));
    }

    @Test
    void theAtlasByItsNameAnswersLikeTheSpecies() {
        var bySpecies = RegionQuery.of(mouse("CA1", "density").build());
        var byAtlas = RegionQuery.of(QueryRequest.newBuilder()
                .setAtlas("mouse-ccf")
                .addRegions("CA1")
                .addQuantities("density")
                .build());
        assertThat(byAtlas).isEqualTo(bySpecies);
    }

    @Test
    void layersOfARegionAreItsPartsInTheTable() {
        var answer = RegionQuery.of(mouse("VISp", "markers").addLayers(4).build());
        assertThat(value(answer, "density_counted", "PV+ by S2").getValue()).isEqualTo(6583.5);
    }

    @Test
    void whatWasLentSaysFromWhereToWhere() {
        var answer = RegionQuery.of(mouse("AUDp4", "markers").build());
        assertThat(value(answer, "density_transplanted", "inhibitory neuron").getSource())
                .contains("generalised", "to AUDp4");
    }

    @Test
    void countsAreThereForThePartsThatWereCountedAndRefusedForTheRest() {
        assertThat(value(RegionQuery.of(mouse("CB", "neuron_count").build()), "neuron_count", "CB")
                        .getValue())
                .isEqualTo(42_220_000);
        var refused = catchThrowableOfType(
                Problem.class,
                () -> RegionQuery.of(mouse("VISp", "neuron_count").build()));
        assertThat(refused.reason()).isEqualTo("NO_DATA_HERE");
        assertThat(refused.sentence()).contains("VISp", "volume");
        assertThat(catchThrowableOfType(
                                Problem.class,
                                () -> RegionQuery.of(
                                        mouse("VISp", "layer_thickness").build()))
                        .sentence())
                .contains("layer_thickness");
    }

    @Test
    void anUnknownRegionGetsTheNearestNames() {
        var refused = catchThrowableOfType(
                Problem.class, () -> RegionQuery.of(mouse("VISpp", "markers").build()));
        assertThat(refused.reason()).isEqualTo("REGION_NOT_FOUND");
        assertThat(refused.remedy()).contains("VISp");
    }

    @Test
    void theRatHasNoMarkers() {
        var refused = catchThrowableOfType(
                Problem.class,
                () -> RegionQuery.of(QueryRequest.newBuilder()
                        .addRegions("S1HL")
                        .addQuantities("markers")
                        .build()));
        assertThat(refused.reason()).isEqualTo("NO_DATA_HERE");
        assertThat(refused.sentence()).contains("markers", "mouse");
    }
}
