package io.brainwright.fabric.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.proto.placement.v1.PlacementRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private static final DatasetId INPUT = new DatasetId("ab".repeat(32));

    @Test
    void theSameOrderHasTheSameName() {
        assertThat(id(1, 7)).isEqualTo(id(1, 7));
        assertThat(id(1, 7).hex()).hasSize(64);
    }

    @Test
    void seedVersionAndInputsEachChangeTheName() {
        assertThat(id(1, 8)).isNotEqualTo(id(1, 7));
        assertThat(id(2, 7)).isNotEqualTo(id(1, 7));
        assertThat(Provenance.id("placement", 1, request(7), List.of())).isNotEqualTo(id(1, 7));
        assertThat(Provenance.id("synthesis", 1, request(7), List.of(INPUT))).isNotEqualTo(id(1, 7));
    }

    @Test
    void a64BitSeedIsNotRounded() {
        assertThat(id(1, 9007199254740993L)).isNotEqualTo(id(1, 9007199254740992L));
    }

    private static DatasetId id(int version, long seed) {
        return Provenance.id("placement", version, request(seed), List.of(INPUT));
    }

    private static PlacementRequest request(long seed) {
        return PlacementRequest.newBuilder().setSeed(seed).build();
    }
}
