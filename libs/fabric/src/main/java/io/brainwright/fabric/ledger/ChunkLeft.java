package io.brainwright.fabric.ledger;

/**
 * Says that begins of a chunk do not count: its worker is alive and gave it back, or the scientist has been told.
 *
 * @param dataset id of the dataset
 * @param chunk index of the chunk
 * @param begins how many
 */
public record ChunkLeft(String dataset, int chunk, int begins) {}
