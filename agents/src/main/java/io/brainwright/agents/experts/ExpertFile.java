package io.brainwright.agents.experts;

import io.brainwright.agents.lined.Yaml;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Reads an expert from Markdown with YAML front matter; all faults of a file are reported together, each with its line. */
public final class ExpertFile {
    private static final String FENCE = "---";

    private ExpertFile() {}

    /**
     * Reads a file.
     *
     * @throws Problem INVALID with every fault: file, line, the value found, and what would be right
     */
    public static Expert read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException broken) {
            throw new Problem(
                    Kind.INVALID,
                    "EXPERT_UNREADABLE",
                    "%s cannot be read: %s."
                            .formatted(
                                    file.getFileName(),
                                    broken instanceof NoSuchFileException
                                            ? "there is no such file"
                                            : broken instanceof CharacterCodingException
                                                    ? "it is no UTF-8 text"
                                                    : broken.getMessage()),
                    "Write it as UTF-8 text that you may read.",
                    Map.of("file", file.getFileName().toString()),
                    List.of(),
                    broken);
        }
    }

    /**
     * Reads a file with the words that it names.
     *
     * @throws Problem INVALID with every fault of either file, with its line
     */
    public static Expert checked(Path file) {
        var expert = read(file);
        var vocabulary = expert.vocabulary();
        if (vocabulary != null) {
            VocabularyFile.read(file.resolveSibling(vocabulary), expert.name());
        }
        return expert;
    }

    /** Reads an expert that ships with Brainwright. */
    static Expert builtIn(String name) {
        var resource = name + ".md";
        try (var in = ExpertFile.class.getResourceAsStream(resource)) {
            assert in != null : resource;
            return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param file its name, for messages
     * @param text what stands in it
     */
    static Expert parse(String file, String text) {
        var lines = text.lines().toList();
        int end = lines.isEmpty() || !lines.getFirst().strip().equals(FENCE) ? -1 : closing(lines);
        if (end < 0) {
            throw invalid(
                    file,
                    List.of(new FieldFault(
                            file + ":1",
                            "Found no front matter; the file begins with a line '---', keys such as 'name: my-expert', "
                                    + "and another line '---'.")));
        }
        var prompt = String.join("\n", lines.subList(end + 1, lines.size())).strip();
        try {
            var front = Yaml.read(String.join("\n", lines.subList(1, end)), 1);
            var reader = new FrontMatter(file);
            var expert = reader.expert(front, prompt, end + 1);
            if (!reader.faults().isEmpty()) {
                throw invalid(file, reader.faults());
            }
            return expert;
        } catch (JacksonException broken) {
            int line = 1
                    + Math.max(
                            1,
                            broken.getLocation() == null
                                    ? 1
                                    : broken.getLocation().getLineNr());
            throw invalid(
                    file,
                    List.of(new FieldFault(
                            file + ":" + line,
                            "This is no YAML: %s. Put text that holds ': ' or '#' into quotes."
                                    .formatted(broken.getOriginalMessage()
                                            .lines()
                                            .findFirst()
                                            .orElse("")))));
        }
    }

    /** Whether a path that a key names stays in the folder of its file. */
    static boolean staysInFolder(String path) {
        return !path.startsWith("/") && !path.contains("..") && !path.contains("\\") && !path.contains(":");
    }

    static String oneOf(String found, Collection<String> allowed) {
        var near = NearestNames.of(found, allowed, 1);
        return (near.isEmpty() ? "" : "did you mean '%s'? ".formatted(near.getFirst())) + "allowed: "
                + String.join(", ", allowed) + ".";
    }

    private static int closing(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(FENCE)) {
                return i;
            }
        }
        return -1;
    }

    private static Problem invalid(String file, List<FieldFault> faults) {
        return Problem.invalid("The expert file %s cannot be used.".formatted(file), faults);
    }
}
