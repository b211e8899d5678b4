package io.brainwright.sim.model.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.circuit.Drive.Driven;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.Network.Recording;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import io.brainwright.sim.model.synapse.Release;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A pyramidal cell fires five times in 50 ms steps onto many like contacts of one basket cell: each contact is a trial. They are too
 * weak to fire it.
 */
class StochasticReleaseTest {
    private static final ElectricalModels MODELS = ElectricalModels.open();
    private static final List<PlacedCell> PAIR = List.of(Cells.pyramid(7, 5), Cells.basket(9, 4));
    private static final int CONTACTS = 500;
    private static final int SPIKES = 5;
    private static final double U = 0.5;
    private static final double D_MS = 200;
    private static final double F_MS = 17;
    private static final double HILL_MM = 2.79;
    private static final double WEIGHT_NS = 1e-5;
    private static final double DECAY_MS = 1.74;
    private static final double FIRST_MS = 20;
    private static final double PERIOD_MS = 50;
    private static final double FRAME_MS = 0.5;

    /** Against the mean rule, event by event, within five standard errors. */
    @Test
    void theMeanOverManyContactsIsTheDeterministicCourse() {
        for (int sites : new int[] {1, 4}) {
            var released = released(sites, 2);
            var memory = Release.Memory.FRESH;
            for (int k = 0; k < SPIKES; k++) {
                memory = new Release(U, D_MS, F_MS).event(memory, released.times_ms.get(k));
                var of = released.fraction(k);
                double standardError = Math.sqrt(variance(of) / CONTACTS);
                assertThat(mean(of))
                        .as("%d sites, spike %d", sites, k)
                        .isCloseTo(memory.released(), within(5 * standardError));
            }
        }
    }

    /** All sites are full at the first spike: the number released is binomial, CV = sqrt((1 - U) / (U N)). */
    @Test
    void theFirstReleaseVariesAsABinomialNumber() {
        for (int sites : new int[] {1, 4, 9}) {
            var first = released(sites, 2).fraction(0);
            double cv = Math.sqrt(variance(first)) / mean(first);
            double expected = Math.sqrt((1 - U) / (U * sites));
            assertThat(cv).as("%d sites", sites).isCloseTo(expected, within(0.1 * expected));
            assertThat(Arrays.stream(first).map(f -> Math.rint(f * sites) / sites - f))
                    .as("whole vesicles")
                    .allSatisfy(rest -> assertThat(rest).isCloseTo(0, within(1e-6)));
        }
    }

    @Test
    void calciumScalesTheChanceOfRelease() {
        double expected = new SynapseBath(1.25, 1, Set.of()).utilisation(U, HILL_MM);
        assertThat(expected).isCloseTo(0.185 * U, within(0.001));
        var first = released(4, 1.25).fraction(0);
        assertThat(mean(first)).isCloseTo(expected, within(5 * Math.sqrt(variance(first) / CONTACTS)));
    }

    @Test
    void contactsReleaseIndependently() {
        var first = released(1, 2);
        double both = 0;
        for (int c = 0; c + 1 < CONTACTS; c += 2) {
            both += first.fraction(0)[c] * first.fraction(0)[c + 1];
        }
        assertThat(both / (CONTACTS / 2)).isCloseTo(U * U, within(5 * Math.sqrt(0.1875 / (CONTACTS / 2.0))));
    }

    @Test
    void minisArePoissonWithTheRateOfTheirTarget() {
        double rate_Hz = 0.5;
        var rates = new MiniRates(Map.of(4, 99.0, 5, 99.0), rate_Hz, 99);
        var network =
                circuit(2, 2, new Transmission(true, rates), 20_000, List.of()).network();
        int events = 0;
        for (var list : network.eventLists()) {
            assertThat(list.times_ms()).isSorted();
            assertThat(list.arguments()).isEqualTo(Map.of("nc_type", 1.0));
            events += list.times_ms().length;
        }
        double expected = CONTACTS * rate_Hz * 20;
        assertThat((double) events).isCloseTo(expected, within(5 * Math.sqrt(expected)));
        var counts = network.eventLists().stream()
                .mapToDouble(l -> l.times_ms().length)
                .toArray();
        double fano = variance(counts) / mean(counts);
        assertThat(fano).as("variance over mean of the counts").isCloseTo(1, within(5 * Math.sqrt(2.0 / CONTACTS)));
    }

    @Test
    void theRateOfAMiniIsThatOfItsClassAndLayer() {
        var rates = new MiniRates(Map.of(5, 3.0), 2, 1);
        assertThat(rates.of_Hz(Cells.pyramid(7, 5), true)).isEqualTo(3);
        assertThat(rates.of_Hz(Cells.pyramid(7, 4), true)).isZero();
        assertThat(rates.of_Hz(Cells.basket(9, 5), true)).isEqualTo(2);
        assertThat(rates.of_Hz(Cells.pyramid(7, 5), false)).isEqualTo(1);
    }

    /** Another seed gives other minis; a blocked receptor moves none of those that are left. */
    @Test
    void minisKeepTheirTimesWhateverElseIsThere() {
        var rates = new Transmission(false, new MiniRates(Map.of(), 1, 1));
        var all = circuit(2, 2, rates, 5000, List.of()).network();
        var same = circuit(7, 1.1, rates, 5000, List.of()).network();
        assertThat(same.eventLists().stream().map(l -> l.times_ms()[0]))
                .containsExactlyElementsOf(
                        all.eventLists().stream().map(l -> l.times_ms()[0]).toList());
    }

    @Test
    void aSynapseWithoutVesiclesIsRefusedByItsPair() {
        assertThatThrownBy(() -> circuit(0, 2, new Transmission(true, MiniRates.NONE), 300, List.of()))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.reason()).isEqualTo("SYNAPSE_WITHOUT_VESICLES");
                    assertThat(p.sentence()).contains("from cell 7 to cell 9");
                });
    }

    /** What each contact released at each spike, and when. */
    private static final class Released {
        final List<Double> times_ms = new ArrayList<>();
        final double[][] rise = new double[SPIKES][CONTACTS];
        final int sites;

        Released(int sites) {
            this.sites = sites;
        }

        /** Released share of all sites; the smallest rise of the many contacts is that of one vesicle. */
        double[] fraction(int spike) {
            double most = Arrays.stream(rise[spike]).max().orElseThrow();
            double one = Arrays.stream(rise[spike])
                    .filter(r -> r > 1e-3 * most)
                    .min()
                    .orElseThrow();
            return Arrays.stream(rise[spike]).map(r -> r / one / sites).toArray();
        }
    }

    private static final Map<String, Released> RUNS = new HashMap<>();

    /** One run for all tests that ask the same. */
    private static Released released(int sites, double ca_mM) {
        return RUNS.computeIfAbsent(sites + " sites, " + ca_mM + " mM", _ -> simulated(sites, ca_mM));
    }

    /** The decaying exponential of each contact rises at an event by what was released. */
    private static Released simulated(int sites, double ca_mM) {
        var kicks = new Driven(new Drive.Current(FIRST_MS, 2, 5, SPIKES, PERIOD_MS), new int[] {0});
        var transmission = new Transmission(true, MiniRates.NONE);
        var plain = circuit(sites, ca_mM, transmission, FIRST_MS + PERIOD_MS * SPIKES, List.of(kicks))
                .network();
        var recordings = new ArrayList<Recording>();
        for (int s = 0; s < CONTACTS; s++) {
            var synapse = plain.synapses().get(s);
            var state = new Variable.PointState(s, "B_AMPA");
            recordings.add(new Recording(state, new int[] {synapse.cell()}, new int[] {synapse.node()}, FRAME_MS));
        }
        var network = new Network(
                plain.run(),
                plain.cells(),
                plain.synapses(),
                plain.connections(),
                plain.eventLists(),
                plain.stimuli(),
                plain.gaps(),
                recordings);
        var released = new Released(sites);
        var last = new double[CONTACTS];
        Simulation.run(network, Backend.JAVA, 1, new Observer() {
            @Override
            public void spike(double t_ms, int cell) {
                assertThat(cell).isZero();
                released.times_ms.add(t_ms);
            }

            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                int spike = (int) Math.floor((t_ms - FIRST_MS) / PERIOD_MS);
                if (spike >= 0 && spike < SPIKES) {
                    double rise = values[0] - last[recording] * Math.exp(-FRAME_MS / DECAY_MS);
                    released.rise[spike][recording] = Math.max(released.rise[spike][recording], rise);
                }
                last[recording] = values[0];
            }
        });
        assertThat(released.times_ms).hasSize(SPIKES);
        return released;
    }

    private static Circuit circuit(
            int sites, double ca_mM, Transmission transmission, double duration_ms, List<Driven> drives) {
        var protocol =
                new Protocol(duration_ms, 0.025, 34, new SynapseBath(ca_mM, 1, Set.of()), transmission, 3, 0.5, 10);
        var builder = new CircuitBuilder(protocol, MODELS, -76, PAIR);
        builder.shape(9, Cells.interneuron());
        builder.shape(7, Cells.pyramid());
        return builder.wire().add(contacts(sites)).build(drives);
    }

    private static Contacts contacts(int sites) {
        var source = new long[CONTACTS];
        var target = new long[CONTACTS];
        var section = new int[CONTACTS];
        var type = new int[CONTACTS];
        Arrays.fill(source, 7);
        Arrays.fill(target, 9);
        Arrays.fill(section, 3);
        Arrays.fill(type, 100);
        double[] one = {0.5, WEIGHT_NS, DECAY_MS, D_MS, F_MS, U, 1, 0.71, HILL_MM, sites};
        var numbers = new float[one.length][CONTACTS];
        for (int n = 0; n < one.length; n++) {
            Arrays.fill(numbers[n], (float) one[n]);
        }
        return new Contacts(source, target, section, type, numbers);
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double variance(double[] x) {
        double mean = mean(x);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
    }
}
