package io.brainwright.sim.model.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.sim.model.solver.CheckpointTest.Model;
import io.brainwright.sim.model.solver.Checkpoints.Start;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run over several partitions, each with a layout of its own, gives the bits of one process. */
class PartitionTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void twoAndThreePartitionsGiveTheBitsOfOne(Model model) {
        var whole = new Bits(NEVER);
        Simulation.run(model.network(), Backend.JAVA, 1, whole);
        for (int others : new int[] {1, 2}) {
            var seen = new Bits(NEVER);
            var summary = Simulation.run(
                    model.network(), Backend.JAVA, 2, seen, null, without -> peers(model, others, without, NEVER));
            assertThat(seen.bits).isEqualTo(whole.bits);
            assertThat(summary.spikes()).isEqualTo(whole.spikes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPartitionThatDiesIsDoneWithoutAndEverythingIsToldOnce(Model model) {
        var whole = new Bits(NEVER);
        Simulation.run(model.network(), Backend.JAVA, 1, whole);
        for (var checkpoints : new Checkpoints[] {null, Checkpoints.every(folder, 3, Start.ANEW)}) {
            var seen = new Bits(NEVER);
            var recruited = new ArrayList<Integer>();
            Simulation.run(model.network(), Backend.JAVA, 1, seen, checkpoints, without -> {
                var peers = peers(model, 2, without, 20);
                recruited.add(peers.size());
                return peers;
            });
            assertThat(recruited).containsExactly(2, 1);
            assertThat(seen.bits).isEqualTo(whole.bits);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCheckpointOfThreePartitionsGoesOnInOneAndTheOtherWay(Model model) {
        var whole = new Bits(NEVER);
        Simulation.run(model.network(), Backend.JAVA, 1, whole);
        for (boolean manyFirst : new boolean[] {true, false}) {
            assertThatThrownBy(() -> run(model, new Bits(17), manyFirst ? 2 : 0, Start.ANEW))
                    .hasMessageContaining("paused at");
            var second = new Bits(NEVER);
            run(model, second, manyFirst ? 0 : 2, Start.RESUME);
            assertThat(second.bits).isEqualTo(whole.bits);
        }
    }

    private void run(Model model, Observer seen, int others, Start start) {
        Simulation.run(
                model.network(),
                Backend.JAVA,
                1,
                seen,
                Checkpoints.every(folder, 3, start),
                without -> peers(model, others, without, NEVER));
    }

    @Test
    void coupledCellsStayTogetherAndEveryCellIsDealtOnce() {
        var network = Model.GAPS.network();
        for (int count : new int[] {1, 2, 3, 50}) {
            var parts = Partitions.deal(network, count);
            assertThat(parts).hasSize(Math.min(count, 9)).noneMatch(BitSet::isEmpty);
            assertThat(parts.stream().mapToInt(BitSet::cardinality).sum()).isEqualTo(11);
            assertThat(parts).allMatch(p -> p.get(0) == p.get(7) && p.get(3) == p.get(8));
        }
    }

    private static List<Peer> peers(Model model, int count, java.util.Set<String> without, double firstDies_ms) {
        var peers = new ArrayList<Peer>();
        for (int p = 0; p < count; p++) {
            if (!without.contains("peer " + p)) {
                peers.add(new Local("peer " + p, model, p == 0 ? firstDies_ms : NEVER));
            }
        }
        return peers;
    }

    /** A partition on a thread of its own, with a network of its own. */
    private static final class Local implements Peer, Exchange {
        private static final Object END = new Object();

        private final String name;
        private final Model model;
        private final double dies_ms;
        private final BlockingQueue<Object> toLeader = new LinkedBlockingQueue<>();
        private final BlockingQueue<Object> fromLeader = new LinkedBlockingQueue<>();
        private final BlockingQueue<byte[]> kept = new LinkedBlockingQueue<>();
        private Runnable start = () -> {};

        Local(String name, Model model, double dies_ms) {
            this.name = name;
            this.model = model;
            this.dies_ms = dies_ms;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void begin(BitSet cells, int step, SpikeLog past) {
            start = () -> {
                try {
                    new Partition(model.network(), cells, Backend.JAVA, 1)
                            .step(this, step, past, () -> taken(kept), toLeader::add);
                } catch (RuntimeException over) {
                    toLeader.add(END);
                }
            };
        }

        @Override
        public void restore(byte[] state) {
            kept.add(state);
        }

        @Override
        public void go() {
            Thread.ofPlatform().daemon().start(start);
        }

        @Override
        public Share share(int step) {
            return (Share) answer();
        }

        @Override
        public void tell(Heard heard) {
            fromLeader.add(heard);
        }

        @Override
        public byte[] state() {
            return (byte[]) answer();
        }

        private Object answer() {
            var answer = taken(toLeader);
            if (answer == END) {
                throw new PeerLost(name, "is dead");
            }
            return answer;
        }

        @Override
        public void close() {
            fromLeader.add(END);
        }

        @Override
        public Heard together(int step, Share own, boolean keep) {
            if (step * 0.025 > dies_ms) {
                throw new IllegalStateException("dies");
            }
            toLeader.add(own);
            if (taken(fromLeader) instanceof Heard heard) {
                return heard;
            }
            throw new IllegalStateException("the leader has ended");
        }

        private static <T> T taken(BlockingQueue<T> queue) {
            try {
                var taken = queue.poll(60, TimeUnit.SECONDS);
                if (taken == null) {
                    throw new IllegalStateException("nothing came");
                }
                return taken;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
