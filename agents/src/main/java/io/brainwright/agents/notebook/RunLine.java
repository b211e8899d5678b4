package io.brainwright.agents.notebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of an entry's plan: a line of {@code runs.jsonl}.
 *
 * @param time when it was finished, ISO 8601 in UTC
 * @param who name of the user on this machine
 * @param seconds wall time of the run
 * @param plan hash of the plan that ran
 * @param datasets ids in the order of their making
 * @param fromCatalogue how many of them existed before
 * @param outcome the verdict; null where there was none
 */
public record RunLine(
        String time,
        String who,
        double seconds,
        String plan,
        List<String> datasets,
        @JsonProperty("from_catalogue") int fromCatalogue,
        @Nullable String outcome) {
    public RunLine {
        datasets = List.copyOf(datasets);
    }

    /**
     * When, by whom, how long.
     *
     * @param finished when the run was finished
     * @param who name of the user
     * @param seconds wall time
     */
    public record Stamp(Instant finished, String who, double seconds) {
        /** A run of this user that began at a time and has just been finished. */
        public static Stamp since(Instant began) {
            var now = Instant.now();
            double seconds = java.time.Duration.between(began, now).toMillis() / 1000.0;
            return new Stamp(now, System.getProperty("user.name", "unknown"), seconds);
        }
    }
}
