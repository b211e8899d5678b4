package io.brainwright.fabric.ledger;

/**
 * Says how far a chunk is.
 *
 * @param run run whose task this is
 * @param dataset id of the dataset
 * @param chunk index of the chunk
 * @param done how much of its amount
 * @param detail where it is just now, in words
 */
public record ChunkProgress(String run, String dataset, int chunk, long done, String detail) {}
