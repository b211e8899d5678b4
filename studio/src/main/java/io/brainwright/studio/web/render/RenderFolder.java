package io.brainwright.studio.web.render;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Movies of the workspace: {@code renders/ID/} with scene.json, job.json and movie.mp4. */
@Component
final class RenderFolder {
    private static final String ID = "[0-9a-f]{16}";

    private final Path folder;

    RenderFolder(@Value("${brainwright.workspace}") Path workspace) {
        this.folder = workspace.resolve("renders");
    }

    /** All of them, the newest first. */
    List<RenderJob> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var jobs = new ArrayList<RenderJob>();
        try (var folders = Files.newDirectoryStream(folder)) {
            for (var one : folders) {
                var job = one.resolve("job.json");
                if (String.valueOf(one.getFileName()).matches(ID) && Files.isRegularFile(job)) {
                    jobs.add(JsonMapper.shared().readValue(Files.readString(job), RenderJob.class));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        jobs.sort(Comparator.comparingLong(RenderJob::asked_ms).reversed().thenComparing(RenderJob::id));
        return jobs;
    }

    RenderJob job(String id) {
        return all().stream().filter(j -> j.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    void write(RenderJob job) {
        put(
                job.id(),
                "job.json",
                JsonMapper.shared().writeValueAsString(job).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    void writeScene(String id, ObjectNode scene) {
        put(id, "scene.json", (scene.toPrettyString() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    ObjectNode scene(String id) {
        job(id);
        try {
            return (ObjectNode) JsonMapper.shared()
                    .readTree(Files.readString(folder.resolve(id).resolve("scene.json")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    long writeMovie(String id, byte[] movie) {
        put(id, "movie.mp4", movie);
        return movie.length;
    }

    Path movie(String id) {
        var file = folder.resolve(job(id).id()).resolve("movie.mp4");
        if (!Files.isRegularFile(file)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "MOVIE_NOT_THERE",
                    "Movie %s is not drawn yet.".formatted(id),
                    "Wait, or resume it.",
                    Map.of("id", id));
        }
        return file;
    }

    void delete(String id) {
        job(id);
        try (var files = Files.walk(folder.resolve(id))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void put(String id, String name, byte[] bytes) {
        try {
            var place = Files.createDirectories(folder.resolve(id));
            var beside = Files.createTempFile(place, ".new", ".tmp");
            Files.write(beside, bytes);
            Files.move(beside, place.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Problem unknown(String id) {
        return new Problem(
                Kind.NOT_FOUND,
                "RENDER_NOT_FOUND",
                "There is no movie '%s' in this workspace.".formatted(id),
                "The list of movies has their names.",
                Map.of("id", id));
    }
}
