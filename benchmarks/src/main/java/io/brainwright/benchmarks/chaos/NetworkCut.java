package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.broker.Topics;
import java.nio.file.Path;

/** The line between the broker and the service that leads a build is cut while its chunks are made, and mended after a while. */
final class NetworkCut extends Trial {
    private static final int SECONDS = 20;

    @Override
    String name() {
        return "network cut for " + SECONDS + " s";
    }

    @Override
    String run(Household household, Path workspaces) throws Exception {
        var request = request(200);
        try (var tasks = Watch.of(household, Topics.tasks("synthesis"))) {
            var client = Client.of(household, Member.GATEWAY, workspaces.resolve("cut"));
            var asking = client.begin(request);
            tasks.next(_ -> true);
            household.line().cut();
            Thread.sleep(SECONDS * 1000L);
            household.line().mend();
            var answer = asking.await();
            note(request, answer.isGood() ? answer : client.insist(request));
            return "the client asked %d times".formatted(client.asked());
        }
    }
}
