package io.brainwright.fabric.store;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Reads several parts in order: they are fetched one after another, since a broker answers best in sequence, while those before are
 * decoded and checked. Never more than a few are in memory undecoded.
 */
final class ReadAhead {
    private static final int UNDER_WAY = 3;

    private ReadAhead() {}

    /** Fetches a part, and returns what makes a value of it. */
    interface Fetch<T> extends Supplier<Supplier<T>> {}

    /**
     * The parts' values in order.
     *
     * @throws RuntimeException what a part threw
     * @throws Problem CANCELLED where the calling thread is interrupted
     */
    static <T> List<T> all(List<? extends Fetch<T>> parts) {
        if (parts.size() <= 1) {
            return parts.stream().map(part -> part.get().get()).toList();
        }
        var values = new ArrayList<T>(parts.size());
        var ahead = new ArrayDeque<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (var part : parts) {
                    if (ahead.size() == UNDER_WAY) {
                        values.add(ahead.removeFirst().get());
                    }
                    ahead.addLast(threads.submit(part.get()::get));
                }
                while (!ahead.isEmpty()) {
                    values.add(ahead.removeFirst().get());
                }
                return values;
            } catch (ExecutionException failed) {
                throw thrown(failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Problem(
                        Kind.CANCELLED,
                        "READING_STOPPED",
                        "Reading was stopped.",
                        "Ask again when you want it.",
                        Map.of());
            } finally {
                ahead.forEach(one -> one.cancel(true));
            }
        }
    }

    private static RuntimeException thrown(ExecutionException failed) {
        var cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
}
