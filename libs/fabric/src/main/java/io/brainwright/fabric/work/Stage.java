package io.brainwright.fabric.work;

import com.google.protobuf.Message;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.neuro.problem.Problem;
import java.util.List;

/**
 * What a stage of the pipeline promises to the fabric. All methods are pure: equal arguments give equal results, on any
 * machine, in any order, any number of times.
 *
 * @param <R> its request
 */
public interface Stage<R extends Message> {
    /** Short name: "placement". Topic of its tasks: {@code bw.tasks.<name>}. */
    String name();

    /** Version of the algorithm: raise it whenever equal requests give other bytes than before. */
    int version();

    /** An empty request, to parse JSON into. */
    R emptyRequest();

    /**
     * Fills what the scientist left open with the documented defaults, and checks every field.
     *
     * @throws Problem INVALID with all faults of the request together
     */
    R complete(R request);

    /**
     * The part of a complete request that can change a value, from which the dataset's id is made. A stage clears here the
     * fields that change no bit of its result (an exact back end), and only those.
     */
    default R identity(R request) {
        return request;
    }

    /** Ids of the datasets that a complete request reads, in order. */
    List<DatasetId> inputs(R request);

    /** Its tables. */
    List<TableSchema> tables(R request);

    /** What progress counts: "cells", "voxels", "ms of model time". */
    String unit();

    /** What it does, in the past tense: "placed", "grown", "simulated". */
    String verb();

    /** Cuts a complete request into chunks; depends on nothing but request and inputs. */
    List<ChunkSpec> chunks(R request, Datasets inputs);

    /** Makes one chunk. */
    void make(R request, ChunkSpec chunk, Datasets inputs, ChunkSink out);
}
