package io.brainwright.render.model.movie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.render.model.world.Compartments;
import io.brainwright.render.model.world.ReportFeed;
import io.brainwright.render.model.world.SpikeTrain;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusiestMomentTest {
    @Test
    void itIsTheMeanOfTheSpikesInTheTwoMillisecondsThatHoldMostOfThem() {
        var train = train(3, 10, 20.0, 20.5, 21.5, 22.4, 40);
        assertThat(moment(train, 0, 50)).isCloseTo((20.0 + 20.5 + 21.5) / 3, within(1e-12));
    }

    @Test
    void ofSeveralAlikeItIsTheFirst() {
        assertThat(moment(train(5, 6, 30, 31), 0, 50)).isEqualTo(5.5);
    }

    @Test
    void spikesOutsideTheSceneDoNotCount() {
        assertThat(moment(train(5, 5.1, 5.2, 30), 20, 50)).isEqualTo(30);
    }

    @Test
    void whereNoCellFiresItIsWhenMostCompartmentsAreActiveAndElseTheMiddle() {
        assertThat(BusiestMoment.of(List.of(), List.of(new Course(-10)), 0, 50)).isEqualTo(7);
        assertThat(BusiestMoment.of(List.of(), List.of(new Course(-60)), 0, 50)).isEqualTo(25);
    }

    private static double moment(SpikeTrain train, double from_ms, double to_ms) {
        return BusiestMoment.of(List.of(train), List.of(), from_ms, to_ms);
    }

    private static SpikeTrain train(double... times_ms) {
        return new SpikeTrain(times_ms, new long[times_ms.length]);
    }

    /** Two compartments, both at their peak at 7 ms. */
    private record Course(float peak_mV) implements ReportFeed {
        @Override
        public String name() {
            return "course";
        }

        @Override
        public Compartments compartments() {
            return new Compartments(new long[2], new int[2], new float[2]);
        }

        @Override
        public void forEachFrame(FrameSink sink) {
            sink.frame(6, new float[] {peak_mV, -70});
            sink.frame(7, new float[] {peak_mV, peak_mV});
            sink.frame(8, new float[] {-70, -70});
        }
    }
}
