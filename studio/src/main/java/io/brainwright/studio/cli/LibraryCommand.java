package io.brainwright.studio.cli;

import picocli.CommandLine.Command;

/** The data bank. */
@Command(
        name = "library",
        description = "The data bank: measured values, and the papers, shapes, recordings and tables that you import.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LibrarySearch.class,
            LibraryImport.class,
            LibraryList.class,
            LibraryShow.class,
            LibraryAudit.class,
            LibraryExtract.class,
            LibraryCandidates.class,
            LibraryPromote.class,
            LibraryDemote.class,
            LibraryReject.class,
            LibraryContradictions.class
        })
final class LibraryCommand implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }
}
