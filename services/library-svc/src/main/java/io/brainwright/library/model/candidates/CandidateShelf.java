package io.brainwright.library.model.candidates;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The files {@code candidates.jsonl} and {@code decisions.jsonl} in the folder {@code library} of a workspace, one object a line. */
public final class CandidateShelf {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path candidates;
    private final Path decisions;

    /** @param workspace the scientist's folder */
    public CandidateShelf(Path workspace) {
        var folder = workspace.resolve("library");
        this.candidates = folder.resolve("candidates.jsonl");
        this.decisions = folder.resolve("decisions.jsonl");
    }

    /** Every candidate, in the order of documents and places. */
    public List<Candidate> all() {
        return read(candidates, Candidate.class);
    }

    /** The last decision on each candidate. */
    public Map<String, Decision> decisions() {
        var last = new LinkedHashMap<String, Decision>();
        read(decisions, Decision.class).forEach(d -> last.put(d.candidate(), d));
        return last;
    }

    /** What was decided on a candidate. */
    public Optional<Decision> decision(String id) {
        return Optional.ofNullable(decisions().get(id));
    }

    /** Puts what was found in a document in the place of what was found in it before. */
    public synchronized void replace(String document, List<Candidate> found) {
        var kept = new ArrayList<>(all());
        kept.removeIf(c -> c.document().equals(document));
        kept.addAll(found);
        var lines = kept.stream().map(MAPPER::writeValueAsString).toList();
        try {
            Files.createDirectories(candidates.getParent());
            var part = candidates.resolveSibling("candidates.jsonl.part");
            Files.write(part, lines);
            Files.move(part, candidates, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep candidates", failed);
        }
    }

    /** Writes down what the scientist decided; nothing is ever removed. */
    void decide(Decision decision) {
        try {
            Files.createDirectories(decisions.getParent());
            Files.write(
                    decisions,
                    List.of(MAPPER.writeValueAsString(decision)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep the decision", failed);
        }
    }

    /**
     * The candidate whose id begins so.
     *
     * @param beginning four digits or more
     */
    public Candidate get(String beginning) {
        if (!beginning.matches("[0-9a-f]{4,16}")) {
            throw Problem.invalid(
                    "This names no candidate.",
                    List.of(new FieldFault(
                            "id", "is '%s'; give 4 to 16 lower-case hexadecimal digits".formatted(beginning))));
        }
        var found = all().stream().filter(c -> c.id().startsWith(beginning)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new Problem(
                found.isEmpty() ? Kind.NOT_FOUND : Kind.INVALID,
                found.isEmpty() ? "CANDIDATE_NOT_FOUND" : "CANDIDATE_AMBIGUOUS",
                found.isEmpty()
                        ? "There is no candidate %s.".formatted(beginning)
                        : "%d candidates begin with %s.".formatted(found.size(), beginning),
                found.isEmpty() ? "'brainwright library candidates' lists them." : "Give more digits.",
                Map.of("candidate", beginning, "found", String.valueOf(found.size())));
    }

    private static <T> List<T> read(Path file, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        var all = new ArrayList<T>();
        try {
            int number = 0;
            for (var line : Files.readAllLines(file)) {
                number++;
                all.add(line(file, number, line, type));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
        return List.copyOf(all);
    }

    private static <T> T line(Path file, int number, String line, Class<T> type) {
        try {
            return MAPPER.readValue(line, type);
        } catch (JacksonException broken) {
            throw new Problem(
                    Kind.INVALID,
                    "CANDIDATES_BROKEN",
                    "Line %d of '%s' cannot be read: %s".formatted(number, file, broken.getOriginalMessage()),
                    "candidates.jsonl can be deleted: 'brainwright library extract' makes it again. Mend decisions.jsonl by hand.",
                    Map.of("file", file.toString(), "line", String.valueOf(number)),
                    List.of(),
                    broken);
        }
    }
}
