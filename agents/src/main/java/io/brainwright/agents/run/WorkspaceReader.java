package io.brainwright.agents.run;

import io.brainwright.agents.plan.NamedRegions;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a planner may know of a workspace's folder. */
public final class WorkspaceReader {
    /** Folders of Brainwright itself; what lies there is no file of the scientist's. */
    private static final Set<String> OURS =
            Set.of("data", "logs", "studies", "agents", "skills", "plans", "audit", "index");

    private static final Set<String> TEXTS = Set.of("txt", "md", "csv", "xml", "bib");
    private static final int DEPTH = 4;
    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 64 * 1024;
    private static final int MOST_QUOTES = 50;
    private static final List<String> STAGES = List.of("atlas", "placement", "synthesis", "connectome");

    private final Path workspace;

    public WorkspaceReader(Path workspace) {
        this.workspace = workspace;
    }

    /** The workspace as it is now, on this machine. */
    public WorkspaceView view() {
        var here = WorkspaceView.of(workspace);
        if (!Files.isDirectory(workspace)) {
            return here;
        }
        var files = files();
        return new WorkspaceView(
                workspace,
                here.memory_bytes(),
                CircuitRecord.read(workspace).map(WorkspaceReader::circuit).orElse(null),
                files,
                quotes(files),
                runs(),
                lastPlan());
    }

    private static WorkspaceView.@Nullable Circuit circuit(CircuitRecord record) {
        var where = record.params("atlas.region");
        var region = NamedRegions.of(where).stream().findFirst().orElse("");
        var shape = where.path("shape") instanceof ObjectNode object
                ? object
                : JsonMapper.shared().createObjectNode().put("kind", "whole");
        return new WorkspaceView.Circuit(
                record.name(),
                region,
                where.path("species").asString("rat"),
                shape,
                STAGES.stream().filter(record.datasets()::containsKey).toList());
    }

    private List<String> files() {
        try (var walk = Files.walk(workspace, DEPTH)) {
            return walk.filter(Files::isRegularFile)
                    .map(workspace::relativize)
                    .filter(file -> !OURS.contains(file.getName(0).toString())
                            && !file.getFileName().toString().startsWith("."))
                    .map(file -> file.toString().replace('\\', '/'))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<String, String> quotes(List<String> files) {
        var quotes = new LinkedHashMap<String, String>();
        for (var file : files) {
            var path = workspace.resolve(file);
            try {
                if (quotes.size() < MOST_QUOTES && TEXTS.contains(ending(file)) && Files.size(path) <= MOST_BYTES) {
                    quotes.put(file, Files.readString(path));
                }
            } catch (CharacterCodingException notText) {
                System.getLogger(WorkspaceReader.class.getName())
                        .log(System.Logger.Level.INFO, "{0} is not text in UTF-8; it is not quoted.", path);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return quotes;
    }

    private static String ending(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private List<String> runs() {
        return studies("notebook.md").stream()
                .sorted()
                .map(folder -> String.valueOf(folder.getFileName()))
                .toList();
    }

    private @Nullable Plan lastPlan() {
        var newest = studies("plan.json").stream()
                .map(folder -> folder.resolve("plan.json"))
                .max(Comparator.comparing(WorkspaceReader::modified));
        if (newest.isEmpty()) {
            return null;
        }
        try {
            return PlanJson.read(Files.readString(newest.get()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (Problem unreadable) {
            System.getLogger(WorkspaceReader.class.getName())
                    .log(System.Logger.Level.WARNING, "{0}: {1}", newest.get(), unreadable.sentence());
            return null;
        }
    }

    private List<Path> studies(String file) {
        var studies = workspace.resolve("studies");
        if (!Files.isDirectory(studies)) {
            return List.of();
        }
        try (var folders = Files.list(studies)) {
            return folders.filter(folder -> Files.exists(folder.resolve(file))).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
