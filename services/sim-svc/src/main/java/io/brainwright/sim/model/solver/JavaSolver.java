package io.brainwright.sim.model.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plain Java on a few threads; block b always belongs to thread b modulo their number. */
final class JavaSolver implements Solver {
    private final List<JavaBlock> blocks = new ArrayList<>();
    private final int threads;
    private final ExecutorService pool;
    private final long stateBytes;

    JavaSolver(Layout layout, int threads) {
        this.threads = Math.max(1, Math.min(threads, layout.blocks.size()));
        pool = Executors.newFixedThreadPool(
                this.threads, Thread.ofPlatform().name("sim-", 0).daemon().factory());
        stateBytes = layout.blocks.stream().mapToLong(Block::bytes).sum();
        int length = layout.blocks.stream().mapToInt(JavaSolver::rows).max().orElse(8);
        var workspaces = new ArrayList<Workspace>();
        for (int t = 0; t < this.threads; t++) {
            workspaces.add(new Workspace(length));
        }
        for (int b = 0; b < layout.blocks.size(); b++) {
            var workspace = workspaces.get(b % this.threads);
            blocks.add(new JavaBlock(
                    layout.blocks.get(b), workspace, layout.network.run().dt_ms()));
        }
    }

    /** Length of the longest column that its blocks need. */
    static int rows(Block block) {
        int synapses = block.synapses.stream().mapToInt(t -> t.rows).max().orElse(0);
        int places = block.tables.stream().mapToInt(t -> t.rows()).max().orElse(0);
        return Math.max(Math.max(block.elements + 8, synapses), places);
    }

    @Override
    public Backend.Device device() {
        return device(threads);
    }

    @Override
    public double kernel_s() {
        return 0;
    }

    @Override
    public long stateBytes() {
        return stateBytes;
    }

    static Backend.Device device(int threads) {
        var name = "%s %s, %d thread%s"
                .formatted(
                        System.getProperty("java.vm.name", "JVM"),
                        System.getProperty("java.version", ""),
                        threads,
                        threads == 1 ? "" : "s");
        return new Backend.Device("java", name, true, "");
    }

    @Override
    public void run(int firstStep, int steps, Epoch[] epochs) {
        if (threads == 1) {
            share(0, firstStep, steps, epochs);
            return;
        }
        var shares = new ArrayList<Callable<Object>>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            shares.add(() -> share(thread, firstStep, steps, epochs));
        }
        try {
            for (var done : pool.invokeAll(shares)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Cancelled.problem();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a block could not be stepped", e.getCause());
        }
    }

    /** The blocks are where it steps. */
    @Override
    public void fetch() {}

    private Object share(int thread, int firstStep, int steps, Epoch[] epochs) {
        for (int b = thread; b < blocks.size(); b += threads) {
            blocks.get(b).run(firstStep, steps, epochs[b]);
        }
        return this;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
