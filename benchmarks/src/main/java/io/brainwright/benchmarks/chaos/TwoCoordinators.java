package io.brainwright.benchmarks.chaos;

import java.nio.file.Path;

/** Two scientists ask the same at the same time; one's gateway leads to one synthesis service, the other's to its twin. */
final class TwoCoordinators extends Trial {
    @Override
    String name() {
        return "two coordinators, one dataset";
    }

    @Override
    String run(Household household, Path workspaces) throws Exception {
        var request = request(150);
        var first = Client.of(household, Member.GATEWAY, workspaces.resolve("first"))
                .begin(request);
        var second = Client.of(household, Member.TWIN_GATEWAY, workspaces.resolve("second"))
                .begin(request);
        note(request, first.await());
        note(request, second.await());
        return "both got the same";
    }
}
