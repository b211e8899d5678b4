package io.brainwright.sonata.config;

import io.brainwright.sonata.Manifest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Section {@code output}.
 *
 * @param directory folder of spikes and reports
 * @param logFile name of the file that gets what is said during the run
 * @param spikesFile name of the file of spikes
 * @param sorting of the spikes: none, by_id or by_time
 */
public record OutputSettings(Path directory, Optional<String> logFile, String spikesFile, String sorting) {
    static OutputSettings read(ConfigObject output, Manifest manifest) {
        var settings = new OutputSettings(
                manifest.path(output.optionalText("output_dir").orElse("output")),
                output.optionalText("log_file").filter(f -> !f.isEmpty()),
                output.optionalText("spikes_file").orElse("out.h5"),
                output.word("spikes_sort_order", "by_time", "none", "by_id", "by_time"));
        output.end();
        return settings;
    }
}
