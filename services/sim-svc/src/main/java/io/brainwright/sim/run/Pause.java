package io.brainwright.sim.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C as a pause: the run hears of it, takes a checkpoint and ends by itself before the process does. */
public final class Pause implements AutoCloseable {
    /** chosen: longer than an epoch and a checkpoint of some gigabytes take. */
    private static final long PATIENCE_S = 120;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "sim-pause");
    private volatile boolean asked;

    public Pause() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the process was asked to end. */
    public boolean asked() {
        return asked;
    }

    private void ask() {
        asked = true;
        try {
            if (!over.await(PATIENCE_S, TimeUnit.SECONDS)) {
                System.err.println("The run did not stop; its last checkpoint holds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run is over, paused or not. */
    @Override
    public void close() {
        over.countDown();
        if (!asked) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
