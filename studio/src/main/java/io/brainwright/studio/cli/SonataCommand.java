package io.brainwright.studio.cli;

import io.brainwright.sonata.inspect.Inspection;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** SONATA circuits on disk. */
@Command(
        name = "sonata",
        description = "SONATA circuits on disk.",
        mixinStandardHelpOptions = true,
        subcommands = {SonataCommand.Inspect.class})
final class SonataCommand implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    /** Populations and attributes. */
    @Command(name = "inspect", description = "Populations, counts and attributes.", mixinStandardHelpOptions = true)
    static final class Inspect implements Runnable {
        @Parameters(paramLabel = "PATH", description = "circuit_config.json, its folder, or a nodes or edges file.")
        private Path path = Path.of("");

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public void run() {
            var found = Inspection.of(path);
            if (json) {
                System.out.println(Json.of(found.populations()));
            } else {
                found.populations().forEach(p -> System.out.println(p.sentence()));
            }
        }
    }
}
