package io.brainwright.sim.model.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.Network.Gap;
import io.brainwright.sim.model.solver.Checkpoints.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jocl.CLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that was paused or killed goes on to the same bits, whoever computes before and after. */
class CheckpointTest {
    @TempDir
    private Path folder;

    /** What is run: every built-in mechanism and synapse; random point processes with events of their own; coupled cells. */
    enum Model {
        CHANNELS,
        POINTS,
        GAPS;

        Network network() {
            return switch (this) {
                case CHANNELS -> SameBitsTest.ring();
                case POINTS -> SameBitsOfPointProcessesTest.ring(5);
                case GAPS -> coupled(SameBitsTest.ring());
            };
        }
    }

    private static Network coupled(Network n) {
        return new Network(
                n.run(),
                n.cells(),
                n.synapses(),
                n.connections(),
                n.eventLists(),
                n.stimuli(),
                List.of(new Gap(0, 0, 7, 0, 0.002), new Gap(3, 1, 8, 2, 0.001)),
                n.recordings());
    }

    @ParameterizedTest
    @EnumSource
    void aPausedRunGoesOnToTheSameBits(Model model) {
        var whole = new Bits();
        Simulation.run(model.network(), Backend.JAVA, 1, whole);
        for (double pause_ms : new double[] {0.9, 13.3, 39}) {
            var first = new Bits(pause_ms);
            assertThatThrownBy(() -> run(model.network(), Backend.JAVA, 3, first, Start.ANEW))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.reason()).isEqualTo("PAUSED"));
            assertThat(first.bits.size()).isLessThan(whole.bits.size());
            var second = new Bits();
            var summary = run(model.network(), Backend.JAVA, 1, second, Start.RESUME);
            assertThat(second.bits).isEqualTo(whole.bits);
            assertThat(summary.spikes()).isEqualTo(whole.spikes).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKilledRunGoesOnFromItsLastCheckpoint(Model model) {
        var whole = new Bits();
        Simulation.run(model.network(), Backend.JAVA, 1, whole);
        var killed = new Bits() {
            @Override
            public void progress(double done_ms) {
                super.progress(done_ms);
                if (done_ms > 21) {
                    throw new IllegalStateException("killed");
                }
            }
        };
        assertThatThrownBy(() -> run(model.network(), Backend.JAVA, 1, killed, Start.ANEW))
                .hasMessage("killed");
        var second = new Bits();
        run(model.network(), Backend.JAVA, 2, second, Start.RESUME);
        assertThat(second.bits).isEqualTo(whole.bits);
    }

    @ParameterizedTest
    @EnumSource
    void aCheckpointOfOneBackEndGoesOnOnTheOther(Model model) {
        var search = OpenClDevices.search();
        if (search.found().isEmpty()) {
            assertThat(System.getenv("CI")).as(search.reason()).isNull();
            Assumptions.abort(search.reason());
        }
        var whole = new Bits();
        Simulation.run(model.network(), Backend.JAVA, 1, whole);
        for (boolean javaFirst : new boolean[] {true, false}) {
            assertThatThrownBy(() -> run(
                            model.network(), javaFirst ? Backend.JAVA : Backend.OPENCL, 1, new Bits(13.3), Start.ANEW))
                    .isInstanceOf(Problem.class);
            var second = new Bits();
            var done = run(model.network(), javaFirst ? Backend.OPENCL : Backend.JAVA, 1, second, Start.RESUME);
            assertThat(done.device().backend()).isEqualTo(javaFirst ? "opencl" : "java");
            assertThat(second.bits).as("java first: " + javaFirst).isEqualTo(whole.bits);
        }
    }

    @Test
    void aDeviceThatIsLostOnTheWayIsReplacedAndEverythingIsToldOnce() {
        var whole = new Bits();
        Simulation.run(SameBitsTest.ring(), Backend.JAVA, 1, whole);
        List<Backends> backends = List.of(new DyingDevice(new Backends.OfJava(1)), new Backends.OfJava(2));
        for (var checkpoints : new Checkpoints[] {null, Checkpoints.every(folder, 2, Start.ANEW)}) {
            var seen = new Bits();
            Simulation.run(SameBitsTest.ring(), backends, 2, seen, checkpoints, Team.NOBODY);
            assertThat(seen.bits).isEqualTo(whole.bits);
        }
        assertThatThrownBy(() ->
                        Simulation.run(SameBitsTest.ring(), backends.subList(0, 1), 1, new Bits(), null, Team.NOBODY))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.reason()).isEqualTo("OPENCL_LOST");
                    assertThat(p.sentence()).contains("gone", "back end java");
                });
    }

    /** A device whose solvers answer for a while. */
    private record DyingDevice(Backends java) implements Backends {
        @Override
        public Layout layout(Network network, BitSet own) {
            return java.layout(network, own);
        }

        @Override
        public Solver of(Layout layout, int mostSteps) {
            return new Dying(java.of(layout, mostSteps));
        }
    }

    /** A solver that answers for a while. */
    private record Dying(Solver inner) implements Solver {
        @Override
        public Backend.Device device() {
            return inner.device();
        }

        @Override
        public void run(int firstStep, int steps, Epoch[] epochs) {
            if (firstStep * 0.025 > 20) {
                throw new CLException("gone");
            }
            inner.run(firstStep, steps, epochs);
        }

        @Override
        public void fetch() {
            inner.fetch();
        }

        @Override
        public double kernel_s() {
            return inner.kernel_s();
        }

        @Override
        public long stateBytes() {
            return inner.stateBytes();
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    @Test
    void whatDoesNotFitIsRefusedByName() throws IOException {
        pause();
        var other = SameBitsOfPointProcessesTest.ring(6);
        refused("CHECKPOINT_OF_ANOTHER_RUN", other);
        var state = Files.readAllBytes(folder.resolve("state"));
        var journal = Files.readAllBytes(folder.resolve("journal"));
        for (int at : new int[] {0, 5, 60, state.length / 2, state.length - 1}) {
            var changed = state.clone();
            changed[at] ^= 1;
            Files.write(folder.resolve("state"), changed);
            refused("CHECKPOINT_DAMAGED", model());
        }
        for (int length : new int[] {0, 3, 40, state.length / 2, state.length - 1}) {
            Files.write(folder.resolve("state"), java.util.Arrays.copyOf(state, length));
            refused("CHECKPOINT_DAMAGED", model());
        }
        Files.write(folder.resolve("state"), state);
        Files.write(folder.resolve("journal"), java.util.Arrays.copyOf(journal, journal.length - 1));
        refused("CHECKPOINT_DAMAGED", model());
        journal[journal.length / 3] ^= 1;
        Files.write(folder.resolve("journal"), journal);
        refused("CHECKPOINT_DAMAGED", model());
        var anew = new Bits();
        run(model(), Backend.JAVA, 1, anew, Start.RESUME_IF_IT_FITS);
        var whole = new Bits();
        Simulation.run(model(), Backend.JAVA, 1, whole);
        assertThat(anew.bits).isEqualTo(whole.bits);
    }

    @Test
    void anythingThatChangesARunChangesItsIdentity() {
        var n = model();
        var r = n.run();
        var longer = new Network.Run(r.dt_ms(), r.tstop_ms() + 1, r.celsius_degC(), r.v_init_mV(), r.seed());
        var others = List.of(
                with(n, longer, n.synapses(), n.stimuli(), n.eventLists()),
                with(n, r, n.synapses(), n.stimuli().subList(1, n.stimuli().size()), n.eventLists()),
                with(
                        n,
                        r,
                        n.synapses(),
                        n.stimuli(),
                        n.eventLists().subList(1, n.eventLists().size())),
                SameBitsOfPointProcessesTest.ring(6),
                coupled(n));
        var digests = new ArrayList<String>();
        digests.add(hex(n));
        others.forEach(other -> digests.add(hex(other)));
        assertThat(digests).doesNotHaveDuplicates();
        assertThat(hex(model())).isEqualTo(hex(n));
    }

    private static Network with(
            Network n,
            Network.Run run,
            List<Network.Synapse> synapses,
            List<Network.Stimulus> stimuli,
            List<Network.EventList> lists) {
        return new Network(run, n.cells(), synapses, n.connections(), lists, stimuli, n.gaps(), n.recordings());
    }

    private static String hex(Network network) {
        return java.util.HexFormat.of().formatHex(NetworkDigest.of(network));
    }

    private static Network model() {
        return Model.POINTS.network();
    }

    private void pause() {
        assertThatThrownBy(() -> run(model(), Backend.JAVA, 1, new Bits(13.3), Start.ANEW))
                .isInstanceOf(Problem.class);
    }

    private void refused(String reason, Network network) {
        assertThatThrownBy(() -> run(network, Backend.JAVA, 1, new Bits(99), Start.RESUME))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.reason()).as(p.sentence()).isEqualTo(reason));
    }

    private Simulation.Summary run(Network network, Backend backend, int threads, Observer seen, Start start) {
        return Simulation.run(network, backend, threads, seen, Checkpoints.every(folder, 5, start));
    }
}
