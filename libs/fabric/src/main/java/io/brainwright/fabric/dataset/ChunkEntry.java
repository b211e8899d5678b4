package io.brainwright.fabric.dataset;

import java.util.List;

/**
 * Where one chunk of a dataset lies.
 *
 * @param index its place in the dataset's order
 * @param label what it holds, for people: "cells 64..127"
 * @param parts its record batches
 */
public record ChunkEntry(int index, String label, List<Part> parts) {
    public ChunkEntry {
        parts = List.copyOf(parts);
    }

    /**
     * One Arrow record batch on Kafka.
     *
     * @param table table that the rows belong to
     * @param topic topic
     * @param partition partition
     * @param offset offset of the record
     * @param rows number of rows
     * @param bytes bytes of the record's value
     * @param sha256 SHA-256 of the rows
     * @param rowHash sum modulo 2^128 of the rows' hashes, hexadecimal
     */
    public record Part(
            String table,
            String topic,
            int partition,
            long offset,
            int rows,
            int bytes,
            String sha256,
            String rowHash) {}
}
