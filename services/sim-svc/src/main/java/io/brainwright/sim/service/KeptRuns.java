package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.sim.model.solver.Checkpoints;
import io.brainwright.sim.model.solver.Checkpoints.Start;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of runs that were not finished: cancelled, or their worker died. A folder per dataset id; whoever is asked for the
 * dataset again and sees the folder goes on from there. On a folder that replicas share, that is any replica.
 */
public final class KeptRuns {
    private static final System.Logger LOG = System.getLogger(KeptRuns.class.getName());
    /** chosen: who has not asked again for so long begins anew. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final Path root;
    private final Duration every;
    private final double worth_s;

    /**
     * @param root made where it is missing
     * @param every wall time between checkpoints
     * @param worth_s a run that is expected to take less keeps none: to make it anew is as cheap
     */
    public KeptRuns(Path root, Duration every, double worth_s) {
        this.root = root;
        this.every = every;
        this.worth_s = worth_s;
    }

    /** The checkpoints of one run while it is made here. */
    record Held(@Nullable Checkpoints checkpoints, @Nullable FileLock lock) implements AutoCloseable {
        static final Held NOTHING = new Held(null, null);

        /** The run is over; nothing need be kept. */
        void finished() {
            if (checkpoints != null) {
                checkpoints.remove();
            }
        }

        @Override
        public void close() {
            if (lock != null) {
                try {
                    lock.channel().close();
                } catch (IOException e) {
                    throw new UncheckedIOException("a lock cannot be released", e);
                }
            }
        }
    }

    /**
     * Takes the checkpoints of a run; nobody else does until they are closed. A second attempt at the same run, while the first one
     * still goes on, works without.
     *
     * @param expected_s wall time that it will take
     */
    Held take(DatasetId id, double expected_s) {
        if (expected_s < worth_s) {
            return Held.NOTHING;
        }
        try {
            Files.createDirectories(root);
            removeOld();
            var channel = FileChannel.open(
                    root.resolve(id.hex() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = lock(channel);
            if (lock == null) {
                channel.close();
                LOG.log(
                        System.Logger.Level.INFO,
                        "Run {0} is made elsewhere too; this attempt keeps no checkpoints",
                        id);
                return Held.NOTHING;
            }
            return new Held(Checkpoints.every(root.resolve(id.hex()), every, Start.RESUME_IF_IT_FITS), lock);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Runs keep no checkpoints: folder %s cannot be used (%s); mend it or set brainwright.sim.checkpoints"
                            .formatted(root, e.getMessage()));
            return Held.NOTHING;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private void removeOld() throws IOException {
        var oldest = Instant.now().minus(KEPT);
        try (var runs = Files.list(root)) {
            for (var run : runs.toList()) {
                if (Files.getLastModifiedTime(run).toInstant().isBefore(oldest)) {
                    if (Files.isDirectory(run)) {
                        Checkpoints.every(run, every, Start.ANEW).remove();
                    } else {
                        Files.deleteIfExists(run);
                    }
                }
            }
        }
    }
}
