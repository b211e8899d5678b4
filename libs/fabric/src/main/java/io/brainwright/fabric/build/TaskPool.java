package io.brainwright.fabric.build;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that make chunks, shared by all stages of a worker. */
final class TaskPool implements AutoCloseable {
    private final ExecutorService threads;
    private final int size;
    private final AtomicInteger taken = new AtomicInteger();
    private final List<Runnable> whenFree = new CopyOnWriteArrayList<>();

    TaskPool(int size) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().daemon().name("bw-chunk-", 1).factory());
    }

    /** Whether no thread is free. */
    boolean isFull() {
        return taken.get() >= size;
    }

    /** How many threads make chunks now. */
    int busy() {
        return Math.min(taken.get(), size);
    }

    /** Is told, on that thread, whenever a thread is free again. */
    void whenFree(Runnable told) {
        whenFree.add(told);
    }

    void run(Runnable task) {
        taken.incrementAndGet();
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                taken.decrementAndGet();
                whenFree.forEach(Runnable::run);
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
