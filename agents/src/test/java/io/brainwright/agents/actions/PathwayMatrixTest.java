package io.brainwright.agents.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class PathwayMatrixTest {
    @Test
    void rowsArePresynapticColumnsPostsynapticAndWhatIsNotKnownIsNoNumber() {
        var known = new LinkedHashMap<String, Double>();
        known.put("L4 to L4", 0.2);
        known.put("L4 to L5", 0.1);
        known.put("L5 to L4", 0.03);
        var rows = PathwayMatrix.of(known);
        assertThat(rows).extracting(r -> r.getGroup()).containsExactly("L4", "L5");
        assertThat(rows.getFirst().getYList()).containsExactly(0.2, 0.1);
        assertThat(rows.getLast().getYList()).containsExactly(0.03, Double.NaN);
        assertThat(rows.getFirst().getYLabel()).contains("presynaptic");
        assertThat(PathwayMatrix.isPathway("all")).isFalse();
    }
}
