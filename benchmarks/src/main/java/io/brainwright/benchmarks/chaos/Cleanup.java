package io.brainwright.benchmarks.chaos;

import java.nio.file.Path;
import java.util.List;

/** After all of it, the topics are cleaned: nothing that nobody needs is left, and all studies still read. */
final class Cleanup extends Trial {
    @Override
    String name() {
        return "datasets gc";
    }

    @Override
    String run(Household household, Path workspaces) throws Exception {
        var client = Client.of(household, Member.GATEWAY, workspaces.resolve("gc"));
        var gc = List.of("datasets", "gc", "--unfinished");
        var first = client.run(gc).await();
        Answer last = first;
        for (int i = 0; i < 10 && !last.said().contains("Nothing to free"); i++) {
            Thread.sleep(1000);
            last = client.run(gc).await();
        }
        if (!last.said().contains("Nothing to free")) {
            throw new IllegalStateException("gc finds no end: " + last.said());
        }
        return first.said().strip().replaceAll("\\s*\\n\\s*", "; ");
    }
}
