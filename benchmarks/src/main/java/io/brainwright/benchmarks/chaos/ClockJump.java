package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.broker.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The clock of a synthesis service jumps 40 days ahead in the middle of a build, past the time that Kafka keeps tasks. */
final class ClockJump extends Trial {
    private static final List<Path> PLACES = List.of(Path.of("/usr/lib"), Path.of("/usr/local/lib"));

    @Override
    String name() {
        return "clock jump of 40 days";
    }

    /** The library that bends a process's clock, where this machine has it (Debian: faketime). */
    static Optional<Path> library() {
        return PLACES.stream()
                .filter(Files::isDirectory)
                .flatMap(ClockJump::found)
                .findFirst();
    }

    private static Stream<Path> found(Path folder) {
        try (var all = Files.find(folder, 4, (path, _) -> path.endsWith("libfaketimeMT.so.1"))) {
            return all.toList().stream();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    String run(Household household, Path workspaces) throws Exception {
        var library = library();
        if (library.isEmpty()) {
            throw new IllegalStateException("libfaketime is not on this machine (Debian: apt-get install faketime)");
        }
        Files.createDirectories(workspaces);
        var offset = Files.writeString(workspaces.resolve("offset"), "+0d");
        household.kill(Member.TWIN);
        household.begin(
                Member.TWIN,
                Map.of(
                        "LD_PRELOAD",
                        library.get().toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        offset.toString(),
                        "FAKETIME_NO_CACHE",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1"));
        household.awaitListening(Member.TWIN);
        var request = request(200);
        try (var tasks = Watch.of(household, Topics.tasks("synthesis"))) {
            var client = Client.of(household, Member.TWIN_GATEWAY, workspaces.resolve("clock"));
            var asking = client.begin(request);
            tasks.next(_ -> true);
            Files.writeString(offset, "+40d");
            var answer = asking.await();
            note(request, answer.isGood() ? answer : client.insist(request));
            return "the client asked %d times".formatted(client.asked());
        } finally {
            household.kill(Member.TWIN);
            household.begin(Member.TWIN);
        }
    }
}
