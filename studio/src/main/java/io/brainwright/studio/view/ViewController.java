package io.brainwright.studio.view;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.render.view.ViewTables;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Gives geometry, voltages, cells, spikes and synapses of a dataset. */
@RestController
final class ViewController {
    /** Part of every tag: raised when the bytes of an answer change for the same dataset. */
    private static final String VERSION = "2";

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Views views;
    private final KeptAnswers kept = new KeptAnswers();

    ViewController(Views views) {
        this.views = views;
    }

    @GetMapping("/api/view")
    ResponseEntity<List<Map<String, Object>>> list() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(views.list());
    }

    @GetMapping("/api/view/{id}/index.json")
    ResponseEntity<byte[]> index(@PathVariable String id, HttpServletRequest request) {
        return table(id, request, () -> ViewTables.index(views.view(id)));
    }

    @GetMapping("/api/view/{id}/cells.json")
    ResponseEntity<byte[]> cells(@PathVariable String id, HttpServletRequest request) {
        return json(request, () -> ViewTables.cells(views.view(id)));
    }

    @GetMapping("/api/view/{id}/spikes.json")
    ResponseEntity<byte[]> spikes(@PathVariable String id, HttpServletRequest request) {
        return table(id, request, () -> ViewTables.spikes(views.view(id), views.datasets()));
    }

    @GetMapping("/api/view/{id}/geometry/{level}/{group}")
    ResponseEntity<byte[]> geometry(
            @PathVariable String id, @PathVariable int level, @PathVariable int group, HttpServletRequest request) {
        return bytes(request, () -> views.view(id).geometry(level, group, false));
    }

    @GetMapping("/api/view/{id}/dendrograms/{level}/{group}")
    ResponseEntity<byte[]> dendrograms(
            @PathVariable String id, @PathVariable int level, @PathVariable int group, HttpServletRequest request) {
        return bytes(request, () -> views.view(id).geometry(level, group, true));
    }

    @GetMapping("/api/view/{id}/compartments")
    ResponseEntity<byte[]> compartments(@PathVariable String id, HttpServletRequest request) {
        return bytes(request, () -> views.view(id).compartments());
    }

    @GetMapping("/api/view/{id}/voltage/{part}/{block}")
    ResponseEntity<byte[]> voltage(
            @PathVariable String id, @PathVariable int part, @PathVariable long block, HttpServletRequest request) {
        return bytes(request, () -> views.view(id).voltage(part, block));
    }

    @GetMapping("/api/view/{id}/synapses")
    ResponseEntity<byte[]> synapses(@PathVariable String id, HttpServletRequest request) {
        return bytes(request, () -> views.view(id).synapses(-1));
    }

    @GetMapping("/api/view/{id}/synapses/{cell}")
    ResponseEntity<byte[]> synapses(@PathVariable String id, @PathVariable int cell, HttpServletRequest request) {
        return bytes(request, () -> views.view(id).synapses(cell));
    }

    /** A table that grows while the run goes on, and stays for ever after. */
    private ResponseEntity<byte[]> table(String id, HttpServletRequest request, Supplier<Map<String, Object>> make) {
        if (views.isGrowing(new DatasetId(id))) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .cacheControl(CacheControl.noStore())
                    .body(JsonMapper.shared().writeValueAsBytes(make.get()));
        }
        return json(request, make);
    }

    private ResponseEntity<byte[]> json(HttpServletRequest request, Supplier<Map<String, Object>> make) {
        return answer(
                request, MediaType.APPLICATION_JSON, () -> JsonMapper.shared().writeValueAsBytes(make.get()));
    }

    private ResponseEntity<byte[]> bytes(HttpServletRequest request, Supplier<byte[]> make) {
        return answer(request, MediaType.APPLICATION_OCTET_STREAM, make);
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, MediaType type, Supplier<byte[]> make) {
        var address = request.getRequestURI();
        var tag = "\"" + VERSION + "-" + Integer.toHexString(address.hashCode()) + "\"";
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        var gzipped = kept.gzipped(address, make);
        var reply = ResponseEntity.ok()
                .contentType(type)
                .eTag(tag)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable());
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null || !accepted.contains("gzip")) {
            return reply.body(plain(gzipped));
        }
        return reply.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzipped);
    }

    private static byte[] plain(byte[] gzipped) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
