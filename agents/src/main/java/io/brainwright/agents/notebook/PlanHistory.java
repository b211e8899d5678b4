package io.brainwright.agents.notebook;

import io.brainwright.agents.plan.JsonDiff;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The versions of an entry's plan: {@code plan.v1.json}, {@code plan.v2.json}, and the JSON Patch between two that follow. */
final class PlanHistory {
    private PlanHistory() {}

    /** Writes all versions, the last of which is the plan that ran. */
    static void write(Path folder, List<Plan> versions) throws IOException {
        for (int i = 0; i < versions.size(); i++) {
            var plan = versions.get(i);
            Files.writeString(folder.resolve(file(plan.version())), PlanJson.pretty(plan));
            if (i > 0) {
                var before = versions.get(i - 1);
                Files.writeString(
                        folder.resolve("plan.v%d-v%d.patch.json".formatted(before.version(), plan.version())),
                        Records.page(JsonDiff.between(tree(before), tree(plan))));
            }
        }
    }

    static List<Plan> read(Path folder, Plan last) {
        try {
            var versions = new ArrayList<Plan>();
            for (int version = 1; version < last.version(); version++) {
                var file = folder.resolve(file(version));
                if (Files.exists(file)) {
                    versions.add(PlanJson.read(Files.readString(file)));
                }
            }
            versions.add(last);
            return versions;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The plan as it is compared: without estimate and version number, which every edit changes. */
    static tools.jackson.databind.node.ObjectNode tree(Plan plan) {
        var tree = PlanJson.tree(plan);
        tree.remove("estimate");
        tree.remove("version");
        return tree;
    }

    private static String file(int version) {
        return "plan.v%d.json".formatted(version);
    }
}
