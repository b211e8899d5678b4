package io.brainwright.studio.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Asks the scientist whether something is to be run. */
final class Approval {
    private static final Set<String> YES = Set.of("y", "yes", "ja", "oui", "si", "sí");

    private Approval() {}

    /** Reads the answer on a thread of its own, so that Ctrl-C need not wait for the terminal. */
    static boolean given(PrintStream talk, String question) {
        talk.print(question + " [y/N] ");
        talk.flush();
        var answer = new CompletableFuture<String>();
        Thread.ofPlatform().daemon().name("answer").start(() -> {
            try {
                var line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
                answer.complete(line == null ? "" : line);
            } catch (IOException broken) {
                answer.completeExceptionally(broken);
            }
        });
        try {
            return YES.contains(answer.get().strip().toLowerCase(Locale.ROOT));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the terminal cannot be read", broken);
        }
    }
}
