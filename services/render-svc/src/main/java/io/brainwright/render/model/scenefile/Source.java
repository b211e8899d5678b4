package io.brainwright.render.model.scenefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data under a name.
 *
 * @param kind "circuit", "morphologies", "compartment-report" or "spikes"
 * @param uri where it is: {@code dataset:ID}, {@code study:FOLDER} or {@code file:PATH}; null where parts are named instead
 * @param cells of a circuit: a uri; the placed cells
 * @param morphologies of a circuit: a uri; their shapes
 * @param synapses of a circuit: a uri; their synapses, null where none are drawn
 * @param files of kind "morphologies"
 * @param select which cells
 */
public record Source(
        String kind,
        @Nullable String uri,
        @Nullable String cells,
        @Nullable String morphologies,
        @Nullable String synapses,
        List<CellFile> files,
        Select select) {
    public Source {
        files = List.copyOf(files);
    }

    /** Whether it is made of cells. */
    public boolean isCells() {
        return kind.equals("circuit") || kind.equals("morphologies");
    }

    /**
     * One cell in a file.
     *
     * @param file SWC or H5, seen from the scene file
     * @param node_id its id; default its place in the list
     * @param position_um where its soma stands; null: where the file has it
     * @param turn_deg about the vertical
     */
    public record CellFile(
            String file,
            @Nullable Long node_id,
            @Nullable List<Double> position_um,
            double turn_deg,
            int layer,
            @Nullable String mtype,
            @Nullable String etype,
            @Nullable String region,
            @Nullable String synapse_class) {}
}
