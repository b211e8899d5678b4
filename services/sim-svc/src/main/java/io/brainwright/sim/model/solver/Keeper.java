package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Takes the checkpoints of one run, and brings a run to where the last one was. */
final class Keeper implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Keeper.class.getName());

    private final Checkpoints checkpoints;
    private final byte[] identity;
    private final double dt_ms;
    private final int cells;
    private final Observer observer;
    private final @Nullable Checkpoint found;
    private @Nullable Journal journal;
    private int kept;
    private long keptAt = System.nanoTime();

    Keeper(Checkpoints checkpoints, Network network, Observer observer) {
        this.checkpoints = checkpoints;
        this.observer = observer;
        dt_ms = network.run().dt_ms();
        cells = network.cells().size();
        identity = NetworkDigest.of(network);
        found = find();
    }

    private @Nullable Checkpoint find() {
        if (checkpoints.start() == Checkpoints.Start.ANEW || !checkpoints.exists()) {
            return null;
        }
        try {
            return Checkpoint.check(checkpoints.state(), checkpoints.journal(), identity);
        } catch (Problem problem) {
            if (checkpoints.start() == Checkpoints.Start.RESUME) {
                throw problem;
            }
            LOG.log(System.Logger.Level.WARNING, "The run begins anew. " + problem.sentence());
            return null;
        }
    }

    /** The past of the run that goes on: told to the observer, and given as spikes; nothing where it begins at time 0. */
    SpikeLog past() {
        try {
            Files.createDirectories(checkpoints.folder());
            var past = new SpikeLog();
            var mark = Journal.Mark.NOTHING;
            if (found != null) {
                mark = found.journal();
                past = Journal.replay(checkpoints.journal(), mark, observer, dt_ms);
                kept = found.step();
            } else {
                Files.deleteIfExists(checkpoints.state()); // it would belong to another journal
            }
            journal = new Journal(checkpoints.journal(), mark, observer, this::failed, dt_ms);
            return past;
        } catch (IOException e) {
            throw checkpoints.cannot("used", e);
        }
    }

    /** Steps done at the checkpoint; 0 where there is none. */
    int step() {
        return found == null ? 0 : found.step();
    }

    /** Gives every cell the state that it had; called once, where {@link #step} is above 0. */
    void restore(Checkpoint.Restored each) {
        try {
            Checkpoint.read(checkpoints.state(), each);
        } catch (IOException e) {
            throw Checkpoint.damaged(checkpoints.state(), String.valueOf(e.getMessage()));
        }
    }

    /** Who is told of the run from now on. */
    Observer journal() {
        if (journal == null) {
            throw new IllegalStateException("the past comes first");
        }
        return journal;
    }

    /** Whether a checkpoint is to be taken after so many steps. */
    boolean isDue(int step) {
        return (step - kept) * dt_ms >= checkpoints.every_ms() - dt_ms / 2
                || System.nanoTime() - keptAt >= checkpoints.wall().toNanos();
    }

    /** Takes a checkpoint. */
    void save(int step, Checkpoint.Cells each) {
        if (journal == null) {
            throw new IllegalStateException("the past comes first");
        }
        if (step == 0 || journal.broken()) {
            return; // to begin anew is as fast; or it was said
        }
        try {
            new Checkpoint(step, journal.mark()).write(checkpoints.state(), identity, cells, each);
        } catch (IOException e) {
            failed(e);
        }
        kept = step;
        keptAt = System.nanoTime();
    }

    /** Who asked for checkpoints hears that there are none; a run that keeps them by itself goes on without. */
    private void failed(IOException e) {
        var problem = checkpoints.cannot("written", e);
        if (checkpoints.start() != Checkpoints.Start.RESUME_IF_IT_FITS) {
            throw problem;
        }
        LOG.log(System.Logger.Level.WARNING, problem.sentence() + " The run goes on.");
    }

    /** The problem of a run that was stopped: says where it goes on. */
    Problem paused() {
        double t_ms = kept * dt_ms;
        return new Problem(
                Kind.CANCELLED,
                "PAUSED",
                "The run was paused at %s ms.".formatted(Math.round(t_ms * 1e6) / 1e6),
                "--resume goes on from there.",
                java.util.Map.of("t_ms", String.valueOf(t_ms)));
    }

    @Override
    public void close() {
        if (journal != null) {
            try {
                journal.close();
            } catch (IOException e) {
                throw checkpoints.cannot("closed", e);
            }
        }
    }
}
