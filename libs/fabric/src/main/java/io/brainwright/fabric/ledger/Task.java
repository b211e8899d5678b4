package io.brainwright.fabric.ledger;

import io.brainwright.fabric.work.ChunkSpec;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one chunk.
 *
 * @param run the run that asks; a new one for every build, so that a cancelled build can be asked for again
 * @param dataset id of the dataset
 * @param stage name of the stage
 * @param version version of its algorithm
 * @param request the complete request, protobuf JSON
 * @param chunk index of the chunk
 * @param chunkCount number of chunks of the dataset
 * @param spec the chunk; absent where the worker is to work it out again
 * @param mend whether a chunk that was lost is to be made again
 */
public record Task(
        String run,
        String dataset,
        String stage,
        int version,
        String request,
        int chunk,
        int chunkCount,
        @Nullable ChunkSpec spec,
        boolean mend) {}
