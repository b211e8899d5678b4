package io.brainwright.sonata.config;

import java.nio.file.Path;
import java.util.List;

/** One of BMTK's {@code inputs}. */
public sealed interface BioNetInput {
    /** Where it stands. */
    String pointer();

    /** Which nodes it means. */
    String nodeSet();

    /**
     * Spikes of virtual nodes.
     *
     * @param file SONATA HDF5, or a table where {@code table}
     * @param table whether it is a table with columns timestamps, node_ids and, it may be, population, separated by spaces
     */
    record Spikes(String pointer, String nodeSet, Path file, boolean table) implements BioNetInput {}

    /**
     * Steps of current into one place of each cell.
     *
     * @param section soma, dend, apic or axon
     * @param index which of the sections of that name
     * @param place 0 to 1 along it
     * @param steps one after the other
     */
    record Clamp(String pointer, String nodeSet, String section, int index, double place, List<Step> steps)
            implements BioNetInput {
        public Clamp {
            steps = List.copyOf(steps);
        }
    }

    /** A step of current. */
    record Step(double amplitude_nA, double delay_ms, double duration_ms) {}
}
