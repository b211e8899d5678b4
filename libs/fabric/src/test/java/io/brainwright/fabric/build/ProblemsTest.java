package io.brainwright.fabric.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.problem.Kind;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** Which kind of problem a failure is decides whether it is asked again. */
class ProblemsTest {
    @Test
    void aBrokerThatIsSlowIsNoFaultOfTheStage() {
        var problem = Problems.of("connectome", "cutting its chunks", new TimeoutException("60 s"));
        assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(problem.sentence()).contains("connectome", "cutting its chunks", "60 s");
    }

    @Test
    void anythingElseIs() {
        assertThat(Problems.of("connectome", "tile 3", new IllegalStateException("x"))
                        .kind())
                .isEqualTo(Kind.INTERNAL);
        assertThat(Problems.of("connectome", "tile 3", new OutOfMemoryError()).kind())
                .isEqualTo(Kind.TOO_LARGE);
    }
}
