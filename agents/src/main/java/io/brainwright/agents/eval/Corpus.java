package io.brainwright.agents.eval;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a corpus: one conversation as a JSON object a line. */
public final class Corpus {
    private static final Set<String> OUTCOMES =
            Set.of("plan", "answer", "edit", "undo", "approve", "clarify", "decline");

    private final String name;

    private Corpus(String name) {
        this.name = name;
    }

    /**
     * All conversations of a file.
     *
     * @throws Problem NOT_FOUND where there is no such file, INVALID with the line where a line is no conversation
     */
    public static List<Item> read(Path file) {
        try {
            return read(file.getFileName().toString(), Files.readAllLines(file));
        } catch (IOException absent) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "CORPUS_UNREADABLE",
                    "The requests cannot be read from %s: %s".formatted(file, absent.getMessage()),
                    "Give a file of JSON Lines, one conversation a line.",
                    Map.of("file", file.toString()),
                    List.of(),
                    absent);
        }
    }

    static List<Item> read(String name, List<String> lines) {
        var corpus = new Corpus(name);
        var items = new ArrayList<Item>();
        var ids = new HashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            var item = corpus.item(lines.get(i), i + 1);
            if (!ids.add(item.id())) {
                throw corpus.wrong(i + 1, "the id '%s' stands twice".formatted(item.id()));
            }
            items.add(item);
        }
        return items;
    }

    private Item item(String text, int line) {
        var tree = tree(text, line);
        for (var field : List.of("id", "category", "level", "language", "turns")) {
            if (!tree.hasNonNull(field)) {
                throw wrong(line, "there is no '%s'".formatted(field));
            }
        }
        if (tree.path("turns").isEmpty()) {
            throw wrong(line, "there is no turn");
        }
        return new Item(
                tree.path("id").asString(),
                tree.path("category").asString(),
                tree.path("level").asInt(),
                tree.path("language").asString(),
                tree.path("tags").valueStream().map(JsonNode::asString).toList(),
                tree.path("workspace"),
                tree.path("turns").valueStream().map(t -> turn(t, line)).toList());
    }

    private Item.Turn turn(JsonNode turn, int line) {
        if (turn.path("user").asString("").isBlank()) {
            throw wrong(line, "a turn has no words of the user");
        }
        var read = new Item.Turn(turn.path("user").asString(), turn.path("expect"));
        if (!OUTCOMES.containsAll(read.outcomes())) {
            throw wrong(line, "the outcome %s is none of %s".formatted(read.outcomes(), OUTCOMES));
        }
        for (var step : turn.path("expect").path("steps")) {
            if (step.path("step").asString("").isBlank()) {
                throw wrong(line, "a step has no 'step'");
            }
        }
        return read;
    }

    private JsonNode tree(String text, int line) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException broken) {
            throw new Problem(
                    Kind.INVALID,
                    "CORPUS_LINE",
                    "%s, line %d: %s".formatted(name, line, broken.getOriginalMessage()),
                    "Each line is one JSON object.",
                    Map.of("file", name, "line", String.valueOf(line)),
                    List.of(),
                    broken);
        }
    }

    private Problem wrong(int line, String why) {
        return new Problem(
                Kind.INVALID,
                "CORPUS_LINE",
                "%s, line %d: %s.".formatted(name, line, why),
                "docs/evaluation.md tells the form of a conversation.",
                Map.of("file", name, "line", String.valueOf(line)));
    }
}
