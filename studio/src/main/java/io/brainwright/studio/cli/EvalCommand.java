package io.brainwright.studio.cli;

import picocli.CommandLine.Command;

/** Measures Brainwright on corpora; needs only files, so it starts no service. */
@Command(
        name = "eval",
        description = "Measure planner and extraction on corpora, every number by itself.",
        mixinStandardHelpOptions = true,
        subcommands = {EvalRequestsCommand.class, EvalExtractionCommand.class})
final class EvalCommand implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }
}
