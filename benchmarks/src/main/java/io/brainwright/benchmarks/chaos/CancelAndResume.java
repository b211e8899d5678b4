package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.broker.Topics;
import java.nio.file.Path;

/** Ctrl-C in the middle of a build; asked again, it goes on from the chunks that are done. */
final class CancelAndResume extends Trial {
    @Override
    String name() {
        return "cancel and resume";
    }

    @Override
    String run(Household household, Path workspaces) throws Exception {
        var request = request(200);
        var client = Client.of(household, Member.GATEWAY, workspaces.resolve("cancel"));
        try (var outcomes = Watch.of(household, Topics.DONE);
                var tasks = Watch.of(household, Topics.tasks("synthesis"))) {
            var asking = client.begin(request);
            var dataset = tasks.next(_ -> true).key();
            outcomes.next(record -> record.key().equals("done/" + dataset));
            asking.interrupt();
            var stopped = asking.await();
            if (stopped.code() == 0) {
                throw new IllegalStateException("Ctrl-C came too late: the study was finished");
            }
            note(request, client.insist(request));
            return "stopped with exit code " + stopped.code();
        }
    }
}
