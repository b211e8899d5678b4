package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.broker.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A chunk that takes every worker with it: after a few tries the build stops and says so, and all other chunks are kept. */
final class DeadlyChunk extends Trial {
    private static final int CHUNK = 1;

    @Override
    String name() {
        return "a chunk that kills its workers";
    }

    @Override
    String run(Household household, Path workspaces) throws Exception {
        var request = request(200);
        var client = Client.of(household, Member.GATEWAY, workspaces.resolve("deadly"));
        var told = new AtomicBoolean();
        var deaths = new AtomicInteger();
        try (var tasks = Watch.of(household, Topics.tasks("synthesis"));
                var outcomes = Watch.of(household, Topics.DONE)) {
            var asking = client.begin(request);
            var dataset = tasks.next(_ -> true).key();
            var reaper = Thread.ofPlatform().daemon().start(() -> reap(household, outcomes, dataset, deaths, told));
            var answer = asking.await();
            told.set(true);
            reaper.join();
            if (answer.code() == 0 || !answer.said().contains("its worker vanished")) {
                throw new IllegalStateException("the client was not told of the chunk: " + answer.said());
            }
        }
        household.awaitListening(Member.SYNTHESIS);
        household.awaitListening(Member.TWIN);
        note(request, client.insist(request));
        return "told after %d deaths; asked again, it was built".formatted(deaths.get());
    }

    private static void reap(
            Household household, Watch outcomes, String dataset, AtomicInteger deaths, AtomicBoolean told) {
        try {
            while (!told.get()) {
                var begun = outcomes.next(record -> isBegin(record.key(), record.value(), dataset), told::get);
                if (begun != null) {
                    household.kill(Member.SYNTHESIS);
                    household.kill(Member.TWIN);
                    deaths.incrementAndGet();
                    household.begin(Member.SYNTHESIS);
                    household.begin(Member.TWIN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isBegin(String key, byte[] value, String dataset) {
        return key.equals("begun/" + dataset)
                && new String(value, StandardCharsets.UTF_8).matches(".*\"chunk\"\\s*:\\s*" + CHUNK + "\\D.*");
    }
}
