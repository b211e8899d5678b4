package io.brainwright.fabric.ledger;

import io.brainwright.fabric.dataset.Manifest;

/** Is told what the ledger reads, on the ledger's thread: must not block. */
public interface LedgerListener {
    /** A worker has begun a chunk. */
    void begun(ChunkBegun begun);

    /** A chunk is done; called for the lowest offset of each chunk only, except for chunks that were mended. */
    void done(ChunkDone done);

    /** A later attempt at a chunk gave other rows than the first. */
    void conflict(ChunkDone later);

    void failed(ChunkFailed failed);

    void progress(ChunkProgress progress);

    void catalogued(Manifest manifest);
}
