package io.brainwright.fabric.ledger;

/**
 * Says that a chunk of a finished dataset was found lost or corrupt.
 *
 * @param dataset id of the dataset
 * @param chunk index of the chunk
 */
public record Damage(String dataset, int chunk) {}
