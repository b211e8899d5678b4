package io.brainwright.library.model.shelf;

import io.brainwright.library.model.document.Document;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder {@code library} of a workspace: {@code <sha256>.<ending>} and {@code <sha256>.json} for each document. A file comes in
 * whole or not at all: its facts are written last, and a file without facts is none of the library's.
 */
public final class Shelf {
    private final Path folder;

    /** @param workspace the scientist's folder */
    public Shelf(Path workspace) {
        this.folder = workspace.resolve("library");
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** Where a document's original lies. An entry of a bibliography lies in the bibliography that it came from. */
    public Path original(Kept kept) {
        return folder.resolve(kept.file());
    }

    /**
     * Keeps a file with its facts.
     *
     * @param staged the file, already within the folder; it is moved
     * @param kept what is known of it
     */
    public void keep(Path staged, Kept kept) {
        try {
            Files.move(staged, original(kept), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep " + kept.document().fileName(), failed);
        }
        write(kept);
    }

    /**
     * Keeps what the columns of a table mean, before the table itself.
     *
     * @param id SHA-256 of the table
     * @param mapping the scientist's file
     * @return its name within the folder
     */
    public String keepMapping(String id, Path mapping) {
        var name = id + ".mapping.yaml";
        try {
            var part = folder.resolve(name + ".part");
            Files.copy(mapping, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return name;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep " + mapping, failed);
        }
    }

    /** Writes facts, of a file that is kept already. */
    public void write(Kept kept) {
        KeptJson.write(folder.resolve(kept.document().id() + ".json"), kept);
    }

    /** Takes a document out: its facts first, then its file, unless another document stands in the same file. */
    public void remove(Kept kept) {
        try {
            Files.deleteIfExists(folder.resolve(kept.document().id() + ".json"));
            if (all().stream().noneMatch(k -> k.file().equals(kept.file()))) {
                Files.deleteIfExists(original(kept));
            }
            if (!kept.mapping().isEmpty()) {
                Files.deleteIfExists(folder.resolve(kept.mapping()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove " + kept.document().fileName(), failed);
        }
    }

    /** All documents, by authors, year and title. */
    public List<Kept> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Kept>();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (var file : files) {
                if (file.getFileName().toString().matches("[0-9a-f]{64}\\.json")) {
                    found.add(KeptJson.read(file));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder, failed);
        }
        found.sort(
                Comparator.comparing((Kept k) -> String.join(",", k.document().authors()))
                        .thenComparing(k ->
                                k.document().year() == null ? 0 : k.document().year())
                        .thenComparing(k -> k.document().title())
                        .thenComparing(k -> k.document().id()));
        return found;
    }

    /** The document of an id. */
    public Optional<Kept> find(String id) {
        var file = folder.resolve(id + ".json");
        return id.matches("[0-9a-f]{64}") && Files.isRegularFile(file)
                ? Optional.of(KeptJson.read(file))
                : Optional.empty();
    }

    /**
     * The document whose id begins so.
     *
     * @param beginning eight digits or more
     * @throws Problem NOT_FOUND where there is none, INVALID where there are several
     */
    public Kept get(String beginning) {
        if (!beginning.matches("[0-9a-f]{8,64}")) {
            throw Problem.invalid(
                    "This names no document.",
                    List.of(new FieldFault(
                            "document_id",
                            "is '%s'; give 8 to 64 lower-case hexadecimal digits".formatted(beginning))));
        }
        var found = all().stream()
                .filter(k -> k.document().id().startsWith(beginning))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new Problem(
                found.isEmpty() ? Kind.NOT_FOUND : Kind.INVALID,
                found.isEmpty() ? "DOCUMENT_NOT_FOUND" : "DOCUMENT_AMBIGUOUS",
                found.isEmpty()
                        ? "The library has no document %s.".formatted(beginning)
                        : "%d documents begin with %s.".formatted(found.size(), beginning),
                found.isEmpty() ? "'brainwright library list' shows what there is." : "Give more digits.",
                Map.of("document", beginning, "found", String.valueOf(found.size())));
    }

    /** A document of the same paper: the same DOI, or where either has none the same title and year. */
    public Optional<Kept> samePaper(Document document) {
        return all().stream().filter(k -> SamePaper.is(k.document(), document)).findFirst();
    }

    /** How many documents there are of each kind. */
    public Map<String, Integer> counts() {
        var counts = new HashMap<String, Integer>();
        all().forEach(k -> counts.merge(k.document().kind().word(), 1, Integer::sum));
        return counts;
    }
}
