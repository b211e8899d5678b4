package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Some cells of a run whose leader is elsewhere; nothing is built or kept of the others but who fires. */
public final class Partition {
    private final Network network;
    private final BitSet cells;
    private final StateBytes bytes = new StateBytes();
    private final Backend backend;
    private final int threads;

    /**
     * @param network the whole network, the same as the leader's
     * @param cells those that are stepped here
     */
    public Partition(Network network, BitSet cells, Backend backend, int threads) {
        this.network = network;
        this.cells = cells;
        this.backend = backend;
        this.threads = threads;
    }

    /** SHA-256 of everything that can change a bit of a network's run: leader and partitions must have the same. */
    public static byte[] identity(Network network) {
        return NetworkDigest.of(network);
    }

    /**
     * Steps the cells to the end.
     *
     * @param exchange with the leader
     * @param step steps done before
     * @param past all spikes until then
     * @param kept where step is above 0: gives the state of each cell in order
     * @param keeps takes the state of each cell in order, whenever the leader asks for it
     * @throws Problem as {@link Simulation#run}
     */
    public void step(Exchange exchange, int step, SpikeLog past, Supplier<byte[]> kept, Consumer<byte[]> keeps) {
        var states = step == 0
                ? List.<byte[]>of()
                : cells.stream().mapToObj(_ -> kept.get()).toList();
        var prepared =
                Simulation.withFirst(backend, threads, backends -> prepare(backends, exchange, step, past, states));
        try (var solver = prepared.solver()) {
            prepared.loop().run(solver, new Observer() {}, step, new TimeLoop.Keeping() {
                @Override
                public boolean isDue(int done) {
                    return false;
                }

                @Override
                public void keep(int done) {
                    solver.fetch();
                    cells.stream().forEach(cell -> keeps.accept(saved(prepared.state(), cell)));
                }
            });
        }
    }

    /** What steps, brought to where the run goes on. */
    private record Prepared(TimeLoop loop, CellState state, Solver solver) {}

    private Prepared prepare(Backends backends, Exchange exchange, int step, SpikeLog past, List<byte[]> states) {
        var layout = backends.layout(network, cells);
        var state = new CellState(layout);
        var loop = new TimeLoop(layout, new Drives(layout), exchange, List.of(), true);
        if (step > 0) {
            loop.goOn(past, step);
            var from = states.iterator();
            cells.stream().forEach(cell -> restore(state, cell, from.next()));
        }
        return new Prepared(loop, state, backends.of(layout, loop.epochSteps()));
    }

    /** Names of the network's cells in spikes that come from elsewhere. */
    public static Spike spike(Network network, int step, int cell) {
        return new Spike(step, network.cells().get(cell).gid(), cell);
    }

    private void restore(CellState state, int cell, byte[] from) {
        try (var in = new DataInputStream(new ByteArrayInputStream(from))) {
            bytes.restore(state, cell, in);
        } catch (IOException e) {
            throw new UncheckedIOException("the state of cell %d does not fit".formatted(cell), e);
        }
    }

    private byte[] saved(CellState state, int cell) {
        var to = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(to)) {
            bytes.save(state, cell, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return to.toByteArray();
    }
}
