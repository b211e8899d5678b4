package io.brainwright.sonata.config;

import io.brainwright.sonata.Manifest;
import java.nio.file.Path;
import java.util.Optional;

/** BMTK's section {@code output}: a file that is named with the folder itself lies in it, one with another path lies there. */
final class OutputFolder {
    private final Manifest manifest;
    private final String written;
    private final Path folder;
    private final OutputSettings settings;
    private final Optional<String> table;

    OutputFolder(ConfigObject output, Manifest manifest) {
        this.manifest = manifest;
        written = output.optionalText("output_dir").orElse("output");
        folder = manifest.path(written);
        for (var forPeople : new String[] {
            "overwrite_output_dir", "log_level", "log_format", "log_to_console", "quiet_simulator", "compression"
        }) {
            output.raw(forPeople);
        }
        var order = output.word("spikes_sort_order", "none", "none", "by_id", "by_time", "id", "time");
        settings = new OutputSettings(
                folder,
                output.optionalText("log_file").filter(f -> !f.isEmpty()).map(this::file),
                output.optionalText("spikes_file").map(this::file).orElse("spikes.h5"),
                order.equals("none") || order.startsWith("by_") ? order : "by_" + order);
        table = output.optionalText("spikes_file_csv").map(this::file);
        output.end();
    }

    OutputSettings settings() {
        return settings;
    }

    Optional<String> table() {
        return table;
    }

    /** The name of a file in the folder; an absolute path where it lies elsewhere. */
    String file(String said) {
        if (!said.contains("$") && !said.startsWith(written + "/") && !said.startsWith("/")) {
            return said;
        }
        var path = manifest.path(said);
        return path.startsWith(folder) ? folder.relativize(path).toString() : path.toString();
    }
}
