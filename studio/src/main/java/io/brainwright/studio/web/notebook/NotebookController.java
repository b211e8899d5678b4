package io.brainwright.studio.web.notebook;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.compare.Comparison;
import io.brainwright.agents.notebook.export.Exports;
import io.brainwright.agents.notebook.export.Format;
import io.brainwright.agents.plan.PlanJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entries of the lab notebook. */
@RestController
final class NotebookController {
    private final Notebook notebook;
    private final Audit audit;

    NotebookController(Audit audit, @Value("${brainwright.workspace}") Path workspace) {
        this.notebook = new Notebook(workspace);
        this.audit = audit;
    }

    /** All entries, the newest first. */
    @GetMapping("/api/notebook")
    List<EntryLine> entries() {
        return notebook.entries().reversed().stream()
                .map(folder -> EntryLine.of(new Entry(folder)))
                .toList();
    }

    @GetMapping("/api/notebook/{name}")
    Map<String, Object> entry(@PathVariable String name) {
        var entry = notebook.find(name);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", entry.name());
        facts.put("date", entry.date());
        facts.put("request", entry.request());
        facts.put("page", entry.page());
        facts.put("findings", entry.findings());
        facts.put("plan", PlanJson.tree(entry.plan()));
        facts.put("runs", entry.runs());
        facts.put("files", EntryFiles.of(entry));
        return facts;
    }

    /** A file of an entry: a picture, a sound, a record. */
    @GetMapping("/api/notebook/{name}/file")
    ResponseEntity<FileSystemResource> file(@PathVariable String name, @RequestParam("name") String file) {
        var found = EntryFiles.find(notebook.find(name), file);
        var type = EntryFiles.type(found);
        var answer = ResponseEntity.ok().contentType(MediaType.parseMediaType(type));
        if (type.equals("application/octet-stream")) {
            answer = answer.header(HttpHeaders.CONTENT_DISPOSITION, attachment(found));
        }
        return answer.body(new FileSystemResource(found));
    }

    /** Writes an entry in another form, beside it. */
    @PostMapping("/api/notebook/{name}/export")
    Map<String, String> export(@PathVariable String name, @RequestParam String format) {
        var form = Format.of(format);
        var entry = notebook.find(name);
        var written = Exports.write(entry, form, Exports.target(entry, form));
        audit.record(
                AuditLine.Kind.EXPORT,
                "notebook.export",
                Map.of("entry", entry.name(), "format", form.word(), "file", written.toString()),
                AuditLine.OK);
        return Map.of("file", entry.folder().relativize(written).toString().replace('\\', '/'));
    }

    /** An export to keep. */
    @GetMapping("/api/notebook/{name}/download")
    ResponseEntity<FileSystemResource> download(@PathVariable String name, @RequestParam("name") String file) {
        var found = EntryFiles.find(notebook.find(name), file);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(found))
                .body(new FileSystemResource(found));
    }

    @GetMapping("/api/compare")
    Comparison compare(@RequestParam String a, @RequestParam String b) {
        return Comparison.of(notebook.find(a), notebook.find(b));
    }

    private static String attachment(Path file) {
        return ContentDisposition.attachment()
                .filename(String.valueOf(file.getFileName()), java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
