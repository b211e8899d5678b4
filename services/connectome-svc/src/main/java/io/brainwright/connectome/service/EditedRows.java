package io.brainwright.connectome.service;

import io.brainwright.fabric.table.Batch;

/** Writes the rows of a chunk anew, with a manipulation done to the pathway selected. */
interface EditedRows {
    /** The chunk's two tables after the edit. */
    record Chunk(Batch synapses, Batch connections) {}

    /**
     * @param synapses the parent's synapses of the chunk
     * @param connections its touching pairs; they stay, and say what the edit took or gave
     */
    Chunk edit(Batch synapses, Batch connections);
}
