package io.brainwright.studio.web.render;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;

/** Movies of scenes. */
@RestController
final class RenderController {
    private final RenderQueue queue;
    private final RenderFolder folder;
    private final MovieBuild build;

    RenderController(RenderQueue queue, RenderFolder folder, MovieBuild build) {
        this.queue = queue;
        this.folder = folder;
        this.build = build;
    }

    @GetMapping("/api/renders")
    List<RenderJob> all() {
        return queue.all();
    }

    /** Queues the movie of a scene. */
    @PostMapping("/api/renders")
    RenderJob ask(@RequestBody JsonNode scene) {
        return queue.ask(scene);
    }

    @PostMapping("/api/renders/{id}/cancel")
    RenderJob cancel(@PathVariable String id) {
        return queue.cancel(id);
    }

    @PostMapping("/api/renders/{id}/resume")
    RenderJob resume(@PathVariable String id) {
        return queue.resume(id);
    }

    @DeleteMapping("/api/renders/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        queue.delete(id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/renders/{id}/scene")
    JsonNode scene(@PathVariable String id) {
        return folder.scene(id);
    }

    /** The file, to play; a browser may ask for parts of it. */
    @GetMapping("/api/renders/{id}/movie")
    ResponseEntity<FileSystemResource> movie(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("video/mp4"))
                .body(new FileSystemResource(folder.movie(id)));
    }

    /** The file, to keep. */
    @GetMapping("/api/renders/{id}/download")
    ResponseEntity<FileSystemResource> download(@PathVariable String id) {
        var name = ContentDisposition.attachment()
                .filename("brainwright-" + id + ".mp4")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new FileSystemResource(folder.movie(id)));
    }

    /** All frames as PNG files, and the sound, in a ZIP file: also where no movie could be written of them. */
    @GetMapping("/api/renders/{id}/frames")
    ResponseEntity<StreamingResponseBody> frames(@PathVariable String id) {
        var frames = folder.job(id).frames();
        if (frames == null) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "FRAMES_NOT_THERE",
                    "Not all frames of movie %s are drawn yet.".formatted(id),
                    "Wait, or resume it.",
                    Map.of("id", id));
        }
        var name = ContentDisposition.attachment()
                .filename("brainwright-" + id + "-frames.zip")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.parseMediaType("application/zip"))
                .body(out -> build.zip(frames, out));
    }
}
