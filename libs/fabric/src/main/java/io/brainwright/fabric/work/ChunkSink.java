package io.brainwright.fabric.work;

import io.brainwright.fabric.table.Batch;

/** Where a stage puts the rows of a chunk, and how it says how far it is. */
public interface ChunkSink {
    /** Adds rows to one of the stage's tables. A chunk may add to a table several times; order counts. */
    void write(Batch rows);

    /**
     * Lets others read what was written so far, while the chunk is still being made. Where this is called must follow from the rows alone, never
     * from time, for it is where the chunk is cut into records. A sink that nobody can read from does nothing.
     */
    default void share() {}

    /**
     * Says how much of this chunk is done.
     *
     * @param done of {@link ChunkSpec#amount()}
     * @param detail in the scientist's words, e.g. "layer 5"; may be empty
     * @throws io.brainwright.neuro.problem.Problem CANCELLED where the scientist has stopped the build; let it pass
     */
    void progress(long done, String detail);
}
