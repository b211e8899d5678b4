package io.brainwright.library.model.shelf;

import io.brainwright.library.model.document.Document;
import io.brainwright.library.model.document.DocumentKind;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Facts of a document as JSON that a scientist can read and mend. */
final class KeptJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private KeptJson() {}

    static void write(Path file, Kept kept) {
        var d = kept.document();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", kept.document().fileName().replaceFirst("\\.[^.]*$", ""));
        tree.put("licence", d.licence());
        tree.put("citation", d.citation());
        tree.put("sha256", d.id());
        tree.put("format", d.format());
        tree.put("kind", d.kind().name());
        tree.put("file_name", d.fileName());
        tree.put("title", d.title());
        tree.put("authors", d.authors());
        if (d.year() != null) {
            tree.put("year", d.year());
        }
        tree.put("journal", d.journal());
        tree.put("doi", d.doi());
        tree.put("file", kept.file());
        tree.put("mapping", kept.mapping());
        tree.put("dataset", kept.dataset());
        tree.put("entry", kept.entry());
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, JSON.writeValueAsString(tree) + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /** Reads it back; morphologies of earlier versions have name, licence, citation, sha256 and format only. */
    static Kept read(Path file) {
        try {
            var tree = JSON.readTree(Files.readString(file));
            var format = text(tree, "format");
            var id = file.getFileName().toString().substring(0, 64);
            var name = text(tree, "file_name");
            var document = new Document(
                    id,
                    tree.has("kind") ? DocumentKind.valueOf(text(tree, "kind")) : DocumentKind.MORPHOLOGY,
                    format,
                    name.isEmpty() ? text(tree, "name") + "." + format : name,
                    tree.has("title") ? text(tree, "title") : text(tree, "name"),
                    tree.has("authors")
                            ? tree.get("authors")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()
                            : List.of(),
                    tree.has("year") ? tree.get("year").asInt() : null,
                    text(tree, "journal"),
                    text(tree, "doi"),
                    known(text(tree, "licence")),
                    known(text(tree, "citation")));
            var original = text(tree, "file");
            return new Kept(
                    document,
                    original.isEmpty() ? id + "." + format : original,
                    text(tree, "mapping"),
                    text(tree, "dataset"),
                    text(tree, "entry"));
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "LIBRARY_FACTS_UNREADABLE",
                    "'%s' does not tell the facts of a document: %s".formatted(file, broken.getMessage()),
                    "Mend the file, or remove it and import the document again.",
                    Map.of("file", file.toString()),
                    List.of(),
                    broken);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private static String text(JsonNode tree, String key) {
        var found = tree.get(key);
        return found == null ? "" : found.asString("");
    }

    private static String known(String told) {
        return told.isBlank() ? Document.UNKNOWN : told;
    }
}
