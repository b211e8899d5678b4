package io.brainwright.agents.models;

import io.brainwright.agents.lined.Yaml;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code brainwright.stages}: a list, each with the address where a stage of one's own is called. */
final class StagesPart {
    private static final String ADDRESS = "[^\\s:/]+:[0-9]{1,5}|\\[[0-9a-fA-F:]+\\]:[0-9]{1,5}";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final double PATIENCE_S = 60;
    private static final int WORKERS = 2;
    private static final int MOST_WORKERS = 256;

    private final KeyReader keys;

    StagesPart(KeyReader keys) {
        this.keys = keys;
    }

    List<PluggedServer> read(@Nullable Yaml node) {
        var stages = new ArrayList<PluggedServer>();
        if (node instanceof Yaml.Sequence list) {
            var seen = new HashSet<String>();
            list.items().forEach(item -> stage(item, seen, stages));
        } else if (node != null && !(node instanceof Yaml.Text t && t.text().isEmpty())) {
            keys.fault(node.line(), "Found no list in 'stages'; right is '- address: localhost:50061' for each stage.");
        }
        return stages;
    }

    private void stage(Yaml node, Set<String> seen, List<PluggedServer> stages) {
        var m = keys.keys(node, List.of("address", "keys", "answer-timeout-s", "workers"), "a stage");
        var at = m.get("address");
        if (at == null) {
            keys.fault(node.line(), "Found no 'address' of a stage; give host:port, e.g. localhost:50061.");
            return;
        }
        var address = keys.text(at, "address", s -> s.matches(ADDRESS), "host:port, e.g. localhost:50061");
        if (!address.isEmpty() && !seen.add(address)) {
            keys.fault(at.line(), "Found the address '%s' twice; keep one.".formatted(address));
        }
        var folder = m.get("keys");
        var host = address.substring(0, Math.max(0, address.lastIndexOf(':')));
        if (folder == null && !address.isEmpty() && !HERE.contains(host)) {
            keys.fault(
                    at.line(),
                    "Found no 'keys' for '%s', which is beyond this machine; give the folder with its certificate and token."
                            .formatted(address));
        }
        Duration patience = keys.seconds(m.get("answer-timeout-s"), "answer-timeout-s", PATIENCE_S);
        int workers = (int) keys.number(m.get("workers"), "workers", WORKERS, 1, MOST_WORKERS);
        var path = folder == null ? null : Path.of(keys.text(folder, "keys", s -> !s.isBlank(), "a folder"));
        stages.add(new PluggedServer(address, path, patience, workers));
    }
}
