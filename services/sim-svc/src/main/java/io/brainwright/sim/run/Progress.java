package io.brainwright.sim.run;

import java.util.Locale;
import java.util.function.Consumer;

/** Says how far a run is, ten times at most. */
public final class Progress {
    private static final int TIMES = 10;

    private final double duration_ms;
    private final Consumer<String> say;
    private int said;

    /**
     * @param duration_ms model time of the run
     * @param say takes each line
     */
    public Progress(double duration_ms, Consumer<String> say) {
        this.duration_ms = duration_ms;
        this.say = say;
    }

    /** Told after each epoch. */
    public void done(double done_ms, long spikes) {
        int part = (int) Math.floor(TIMES * done_ms / duration_ms + 1e-9);
        if (part > said) {
            said = part;
            say.accept(
                    String.format(Locale.ROOT, "simulated %.6g of %.6g ms, %d spikes", done_ms, duration_ms, spikes));
        }
    }
}
