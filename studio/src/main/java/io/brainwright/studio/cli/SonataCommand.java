package io.brainwright.studio.cli;

import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.edit.CircuitChange;
import io.brainwright.sonata.edit.CircuitEdit;
import io.brainwright.sonata.edit.Completion;
import io.brainwright.sonata.inspect.Inspection;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** SONATA circuits on disk. */
@Command(
        name = "sonata",
        description = "SONATA circuits on disk: what they hold, what is wrong with them; written again, extended.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SonataCommand.Inspect.class,
            SonataCheckCommand.class,
            SonataCommand.Copy.class,
            SonataExtendCommand.class
        })
final class SonataCommand implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    /** Populations and attributes. */
    @Command(
            name = "inspect",
            description = "Populations, counts, attributes and node sets.",
            mixinStandardHelpOptions = true)
    static final class Inspect implements Runnable {
        @Parameters(paramLabel = "PATH", description = "circuit_config.json, its folder, or a nodes or edges file.")
        private Path path = Path.of("");

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public void run() {
            var found = Inspection.of(SonataCircuit.located(path));
            if (json) {
                System.out.println(Json.of(found.populations()));
                return;
            }
            found.populations().forEach(p -> System.out.println(p.sentence()));
            found.nodeSets().forEach(s -> System.out.println(s.sentence()));
        }
    }

    /** A copy. */
    @Command(
            name = "copy",
            description = {
                "Write a circuit into a new folder with all that its configuration names, file by file as they are.",
                "What lies outside its folder comes under DIR/outside, and the configuration says so."
            },
            mixinStandardHelpOptions = true)
    static final class Copy implements Runnable {
        @Parameters(paramLabel = "PATH", description = "circuit_config.json, or its folder.")
        private Path path = Path.of("");

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that does not exist yet.")
        private Path out = Path.of("");

        @Option(
                names = "--complete",
                description =
                        "Add what libsonata and others need and the circuit lacks: 'populations' and edge indices.")
        private boolean complete;

        @Override
        public void run() {
            var changes = complete ? List.<CircuitChange>of(new Completion()) : List.<CircuitChange>of();
            System.out.println(CircuitEdit.write(SonataCircuit.located(path), out, changes));
        }
    }
}
