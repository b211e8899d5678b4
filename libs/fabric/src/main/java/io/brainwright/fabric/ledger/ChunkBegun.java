package io.brainwright.fabric.ledger;

/**
 * Says that a worker has begun a chunk. Begun often and never ended: a chunk that takes its workers with it.
 *
 * @param dataset id of the dataset
 * @param chunk index of the chunk
 */
public record ChunkBegun(String dataset, int chunk) {}
