package io.brainwright.render.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.Still;
import org.junit.jupiter.api.Test;

class RenderStageTest {
    @Test
    void allFaultsOfARequestAreReportedTogether() {
        var request = RenderRequest.newBuilder()
                .setStill(Still.newBuilder().setColourBy("mood"))
                .setWidthPx(3)
                .build();
        assertThatThrownBy(() -> new RenderStage().complete(request))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults())
                                .extracting(f -> f.field())
                                .containsExactlyInAnyOrder("cells", "width_px", "morphologies", "still.colour_by"));
    }

    @Test
    void aStillWithoutSimulationIsColouredByLayer() {
        var ref = DatasetRef.newBuilder().setId("0".repeat(64));
        var complete = new RenderStage()
                .complete(RenderRequest.newBuilder()
                        .setCells(ref)
                        .setMorphologies(ref)
                        .setStill(Still.getDefaultInstance())
                        .build());
        assertThat(complete.getStill().getColourBy()).isEqualTo("layer");
        assertThat(complete.getWidthPx()).isEqualTo(1100);
    }
}
