package io.brainwright.fabric.work;

import com.google.protobuf.Message;
import io.brainwright.fabric.dataset.Manifest;
import java.util.function.Consumer;

/** Builds datasets: returns what exists, joins what is being built, makes what is missing. */
public interface Builds {
    /**
     * Blocks until the dataset of this request is in the catalogue.
     *
     * <p>An interrupt of the calling thread cancels the build (unless others wait for it too) and is reported as a CANCELLED
     * problem.
     *
     * @param progress told from time to time, on the calling thread
     */
    <R extends Message> Built build(Stage<R> stage, R request, Consumer<BuildStatus> progress);

    /**
     * What came of a build.
     *
     * @param manifest the finished dataset
     * @param fromCatalogue whether it existed before
     */
    record Built(Manifest manifest, boolean fromCatalogue) {}

    /**
     * How far a build is.
     *
     * @param stage name of the stage
     * @param verb what is being done: "placed"
     * @param unit what is counted: "cells"
     * @param done how many
     * @param total of how many
     * @param detail where it is just now: "layer 5"; may be empty
     * @param perSecond rate since the build began
     */
    record BuildStatus(
            String stage, String verb, String unit, long done, long total, String detail, double perSecond) {}
}
