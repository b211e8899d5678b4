package io.brainwright.library.model.reading;

/** Hears how far a reader is; may throw to stop it. */
@FunctionalInterface
public interface ReadingProgress {
    /** Nobody listens. */
    ReadingProgress SILENT = (_, _, _) -> {};

    /**
     * @param unit what is counted: "pages", "rows"
     * @param done so many
     * @param total of so many, 0 where nobody knows
     */
    void read(String unit, int done, int total);
}
