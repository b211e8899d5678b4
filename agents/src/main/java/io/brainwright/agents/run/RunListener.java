package io.brainwright.agents.run;

import io.brainwright.proto.fabric.v1.Progress;

/** Is told how a run goes; called on the thread that runs. */
public interface RunListener {
    /**
     * A step is on its way.
     *
     * @param step what is being made, in a word: "placement"
     */
    void progress(String step, Progress progress);

    /** A step is done. */
    void done(String step, Built built);

    /** Files were written. */
    void wrote(String step, String what);

    /** Nobody listens. */
    RunListener UNHEARD = new RunListener() {
        @Override
        public void progress(String step, Progress progress) {
            // nobody listens
        }

        @Override
        public void done(String step, Built built) {
            // nobody listens
        }

        @Override
        public void wrote(String step, String what) {
            // nobody listens
        }
    };
}
