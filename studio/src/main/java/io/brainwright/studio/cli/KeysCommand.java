package io.brainwright.studio.cli;

import io.brainwright.fabric.keys.KeyMaker;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes what server and clients need to trust each other. */
@Command(
        name = "keys",
        description = "Make a key folder (certificate and token) for services that are reached from other machines.",
        mixinStandardHelpOptions = true)
final class KeysCommand implements Runnable {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder; one that is whole is kept.")
    private Path out = Path.of("");

    @Option(
            names = "--host",
            paramLabel = "NAME",
            required = true,
            description = "Name or IPv4 address under which the server is reached; may be given several times.")
    private List<String> hosts = List.of();

    @Override
    public void run() {
        System.out.println("Keys for " + String.join(", ", hosts) + " in "
                + KeyMaker.make(out, hosts).folder());
    }
}
