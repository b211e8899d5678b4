package io.brainwright.synthesis.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthEstimateTest {
    private static final TableSchema MTYPES =
            new TableSchema("cells", List.of(Column.of("mtype", ColumnType.TEXT, "1", "m-type", "test")));

    @Test
    void everyMtypeGrownFromAnotherIsAnAssumptionWithItsTags() {
        var cells = Batch.of(MTYPES, (Object) new String[] {"L23_SBC", "L5_TPC:A", "L23_SBC"});
        var estimate = new GrowthEstimate(new GrowthCatalogue()).of(SynthesisRequest.getDefaultInstance(), cells);
        assertThat(estimate.getAmount()).isEqualTo(3);
        assertThat(estimate.getAssumptionsList()).hasSize(1);
        assertThat(estimate.getAssumptions(0).getValue()).isEqualTo("L23_NBC");
        assertThat(estimate.getAssumptions(0).getGeneralisedList())
                .containsExactly("L23_SBC grown from L23_NBC: another m-type");
    }
}
