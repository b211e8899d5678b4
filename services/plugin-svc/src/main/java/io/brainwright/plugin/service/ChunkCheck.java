package io.brainwright.plugin.service;

import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.proto.stage.v1.Chunk;
import io.brainwright.proto.stage.v1.ChunksResponse;
import java.util.List;

/** Whether chunks are what the contract asks: numbered, in ranges that ascend and share nothing. */
final class ChunkCheck {
    /** chosen: each chunk is a task on Kafka; more of them say nothing more about progress */
    private static final int MOST = 100_000;

    private ChunkCheck() {}

    static List<ChunkSpec> passed(String stage, Described.Asked asked, ChunksResponse told) {
        var chunks = told.getChunksList();
        if (chunks.isEmpty() || chunks.size() > MOST) {
            throw PlugProblems.broken(
                    stage,
                    "its chunks",
                    "it cuts the request into %d; 1 to %d are right".formatted(chunks.size(), MOST));
        }
        long end = Long.MIN_VALUE;
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            var where = "chunk %d (%s)".formatted(i, chunk.getLabel());
            if (chunk.getIndex() != i) {
                throw PlugProblems.broken(stage, where, "its index is %d".formatted(chunk.getIndex()));
            }
            if (chunk.getAmount() < 0 || chunk.getFirst() > chunk.getEnd()) {
                throw PlugProblems.broken(
                        stage,
                        where,
                        "its range is %d to %d, its amount %d"
                                .formatted(chunk.getFirst(), chunk.getEnd(), chunk.getAmount()));
            }
            if (RowsCheck.isRanged(asked) && chunk.getFirst() < end) {
                throw PlugProblems.broken(
                        stage,
                        where,
                        "its range begins at %d, the one before ends at %d".formatted(chunk.getFirst(), end));
            }
            end = chunk.getEnd();
        }
        return chunks.stream().map(ChunkCheck::spec).toList();
    }

    private static ChunkSpec spec(Chunk chunk) {
        return new ChunkSpec(chunk.getIndex(), chunk.getLabel(), chunk.getFirst(), chunk.getEnd(), chunk.getAmount());
    }

    static Chunk told(ChunkSpec spec) {
        return Chunk.newBuilder()
                .setIndex(spec.index())
                .setLabel(spec.label())
                .setFirst(spec.first())
                .setEnd(spec.end())
                .setAmount(spec.amount())
                .build();
    }
}
