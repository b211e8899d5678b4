package io.brainwright.agents.run;

/** Hears how a run goes on. */
@FunctionalInterface
public interface RunListener {
    /** Tells a state of one step. */
    void progress(Progress progress);

    /**
     * How far one step is.
     *
     * @param step id of the step, with the variant where there are several: "simulate (control)"
     * @param verb what was done: "placed"
     * @param unit what is counted: "cells"
     * @param done how many
     * @param total of how many
     * @param per_second rate
     * @param seconds_left time left at this rate; NaN where unknown
     * @param detail where it is; may be empty
     */
    record Progress(
            String step,
            String verb,
            String unit,
            long done,
            long total,
            double per_second,
            double seconds_left,
            String detail) {}
}
