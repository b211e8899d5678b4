package io.brainwright.studio.cli;

import io.brainwright.studio.Platform;

/** Ctrl-C: what runs is cancelled, then the platform is stopped in order; the workspace keeps what was finished. */
final class StopSignal {
    private static final long PATIENCE_MS = 4000;

    private StopSignal() {}

    /** Stops the platform when the JVM is asked to end. */
    static void closeOnStop(Platform platform) {
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
    }

    /**
     * Interrupts a thread at Ctrl-C, gives it time to cancel, then stops the platform.
     *
     * @return call it when the work is done and the platform may be closed by its owner
     */
    static Runnable interruptOnStop(Thread worker, Platform platform) {
        var hook = new Thread(
                () -> {
                    System.err.println();
                    System.err.println("Stopping; what is finished stays in the workspace.");
                    worker.interrupt();
                    try {
                        worker.join(PATIENCE_MS);
                    } catch (InterruptedException impatient) {
                        Thread.currentThread().interrupt();
                    }
                    platform.close();
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyStopping) {
                // The hook itself is waiting for this thread: it closes the platform.
                assert alreadyStopping.getMessage() != null;
            }
        };
    }
}
