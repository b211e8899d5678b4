package io.brainwright.fabric.clean;

/**
 * What a cleaning freed, or would free.
 *
 * @param datasets datasets taken out of the catalogue, and unfinished ones given up
 * @param topics topics deleted that held rows of no dataset
 * @param topicBytes what those topics held on disk
 * @param attempts records of small datasets deleted: of attempts that lost, or of datasets that are gone
 * @param attemptBytes their bytes; the broker frees them when it next compacts the topic
 * @param tasks tasks deleted: settled by their workers, or wanted by nobody
 * @param outcomes records of the ledger deleted that say nothing any longer
 */
public record Cleaned(
        int datasets, int topics, long topicBytes, long attempts, long attemptBytes, long tasks, long outcomes) {
    /** Whether there was nothing to free. */
    public boolean isNothing() {
        return datasets == 0 && topics == 0 && attempts == 0 && tasks == 0 && outcomes == 0;
    }
}
