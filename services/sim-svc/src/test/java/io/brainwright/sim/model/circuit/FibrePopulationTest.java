package io.brainwright.sim.model.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.circuit.FibrePopulation.Choice;
import io.brainwright.sim.model.circuit.FibrePopulation.Fibre;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FibrePopulationTest {
    private static final Choice ALL = new Choice(List.of(), 1, 0);

    /** Even ids from VPM, odd ones from POm. */
    private static FibrePopulation population(int count) {
        var fibres = new ArrayList<Fibre>();
        for (int i = 0; i < count; i++) {
            fibres.add(new Fibre(i, i % 2 == 0 ? "VPM" : "POm"));
        }
        return new FibrePopulation(fibres);
    }

    private static Drive.Fibres volley(FibrePopulation fibres, Choice choice) {
        return fibres.volley(choice, 100, 2, 7, 0, "stimuli[0]");
    }

    @Test
    void aVolleyIsOneSpikeOfEachFibreAndItsTimesScatterNormally() {
        var times_ms = volley(population(2000), ALL).times_ms();
        assertThat(times_ms).hasSize(2000);
        double mean =
                times_ms.values().stream().mapToDouble(t -> t[0]).average().orElseThrow();
        double square = times_ms.values().stream()
                .mapToDouble(t -> (t[0] - 100) * (t[0] - 100))
                .average()
                .orElseThrow();
        assertThat(times_ms.values()).allSatisfy(t -> assertThat(t).hasSize(1));
        assertThat(mean).isCloseTo(100, within(4 * 2 / Math.sqrt(2000)));
        assertThat(Math.sqrt(square)).isCloseTo(2, within(4 * 2 / Math.sqrt(2 * 2000)));
    }

    @Test
    void onlyTheNucleusThatIsNamedFires() {
        assertThat(volley(population(10), new Choice(List.of("POm"), 1, 0)).times_ms())
                .containsOnlyKeys(1L, 3L, 5L, 7L, 9L);
    }

    @Test
    void aLargerShareHoldsAllOfASmallerOneAtTheSameTimes() {
        var fibres = population(100);
        var quarter = volley(fibres, new Choice(List.of(), 0.25, 0)).times_ms();
        var half = volley(fibres, new Choice(List.of(), 0.5, 0)).times_ms();
        assertThat(quarter).hasSize(25);
        assertThat(half).hasSize(50);
        quarter.forEach((id, t) -> assertThat(half.get(id)).containsExactly(t));
        assertThat(volley(fibres, new Choice(List.of(), 1, 25)).times_ms().keySet())
                .isEqualTo(quarter.keySet());
    }

    @Test
    void aFibreFiresAlikeWhateverOtherFibresThereAre() {
        var few = volley(population(10), ALL).times_ms();
        var many = volley(population(50), ALL).times_ms();
        few.forEach((id, t) -> assertThat(many.get(id)).containsExactly(t));
    }

    @Test
    void poissonTrainsHaveTheirRateAndLieInTheirTime() {
        var trains =
                population(200).poisson(ALL, 50, 1000, 20, 7, 0, "stimuli[0]").times_ms();
        assertThat(trains.values()).allSatisfy(t -> {
            assertThat(t).isSorted();
            assertThat(t[0]).isGreaterThanOrEqualTo(50);
            assertThat(t[t.length - 1]).isLessThan(1050);
        });
        double spikes = trains.values().stream().mapToInt(t -> t.length).sum();
        assertThat(spikes).isCloseTo(4000, within(4 * Math.sqrt(4000)));
        double[] squared = trains.values().stream()
                .mapToDouble(t -> (t.length - 20.0) * (t.length - 20))
                .toArray();
        assertThat(Arrays.stream(squared).average().orElseThrow() / 20)
                .isBetween(0.6, 1.5); // variance of counts = mean
    }

    @Test
    void aNucleusWithoutFibresAndTooManyFibresAreRefusedWithWhatThereIs() {
        var strange =
                catchThrowableOfType(Problem.class, () -> volley(population(10), new Choice(List.of("LGN"), 1, 0)));
        assertThat(strange.faults().getFirst().fault()).contains("LGN", "POm, VPM");
        var many = catchThrowableOfType(Problem.class, () -> volley(population(10), new Choice(List.of("VPM"), 1, 6)));
        assertThat(many.faults().getFirst().field()).isEqualTo("stimuli[0].count");
        assertThat(many.faults().getFirst().fault()).contains("6 fibres; there are 5");
    }
}
