package io.brainwright.agents.experts;

import io.brainwright.agents.lined.Yaml;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * Reads the further words of an expert.
 *
 * <p>Three levels: a kind of thing, the thing as plans spell it, and what else it is called.
 *
 * <pre>{@code
 * m_type:
 *   L5_TPC:A: [slender giants, "big fives"]
 * drug:
 *   AP5: [our blocker]
 * }</pre>
 */
final class VocabularyFile {
    private static final int LONGEST_WORD = 80;
    private static final String EXAMPLE = "'m_type: {L5_TPC:A: [slender giants]}'";

    private final String file;
    private final String expert;
    private final List<FieldFault> faults = new ArrayList<>();
    private final List<ExtraWord> words = new ArrayList<>();

    private VocabularyFile(String file, String expert) {
        this.file = file;
        this.expert = expert;
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @param expert whose words they are
     * @throws Problem INVALID with every fault and its line; NOT_FOUND where there is no such file
     */
    static List<ExtraWord> read(Path path, String expert) {
        var name = String.valueOf(path.getFileName());
        try {
            return parse(name, Files.readString(path), expert);
        } catch (IOException broken) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "VOCABULARY_UNREADABLE",
                    "The words %s of the expert %s cannot be read.".formatted(name, expert),
                    "Put the file beside the expert's, as UTF-8 text.",
                    Map.of("file", name, "expert", expert),
                    List.of(),
                    broken);
        }
    }

    /** Reads the text of a file. */
    static List<ExtraWord> parse(String file, String yaml, String expert) {
        var reader = new VocabularyFile(file, expert);
        try {
            reader.kinds(Yaml.read(yaml, 0));
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            reader.fault(
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    "This is no YAML: %s."
                            .formatted(broken.getOriginalMessage()
                                    .lines()
                                    .findFirst()
                                    .orElse("")));
        }
        if (!reader.faults.isEmpty()) {
            throw Problem.invalid("The words of %s cannot be used.".formatted(expert), reader.faults);
        }
        return List.copyOf(reader.words);
    }

    private void kinds(Yaml node) {
        if (!(node instanceof Yaml.Mapping kinds)) {
            fault(node.line(), "Found no kinds of things; write " + EXAMPLE + ".");
            return;
        }
        for (var kind : kinds.entries()) {
            if (!ExtraWord.KINDS.contains(kind.key())) {
                fault(
                        kind.line(),
                        "Found the kind '%s'; %s".formatted(kind.key(), ExpertFile.oneOf(kind.key(), ExtraWord.KINDS)));
            } else if (kind.value() instanceof Yaml.Mapping things) {
                things.entries().forEach(thing -> words(kind.key(), thing));
            } else {
                fault(kind.line(), "Found no things below '%s'; write %s.".formatted(kind.key(), EXAMPLE));
            }
        }
    }

    private void words(String kind, Yaml.Entry thing) {
        switch (thing.value()) {
            case Yaml.Text word -> word(kind, thing.key(), word);
            case Yaml.Mapping keys ->
                fault(keys.line(), "Found keys below '%s'; give a list of words.".formatted(thing.key()));
            case Yaml.Sequence list -> {
                for (var item : list.items()) {
                    if (item instanceof Yaml.Text word) {
                        word(kind, thing.key(), word);
                    } else {
                        fault(item.line(), "Found no word in the list of '%s'.".formatted(thing.key()));
                    }
                }
            }
        }
    }

    private void word(String kind, String means, Yaml.Text word) {
        var text = word.text().strip();
        if (text.length() < 2 || text.length() > LONGEST_WORD || text.lines().count() > 1) {
            fault(word.line(), "Found '%s'; a word has 2 to %d characters on one line.".formatted(text, LONGEST_WORD));
        } else if (text.chars().noneMatch(Character::isLetter)) {
            fault(word.line(), "Found '%s' without a letter; a number may not get another meaning.".formatted(text));
        } else {
            words.add(new ExtraWord(kind, means, text, expert));
        }
    }

    private void fault(int line, String words) {
        faults.add(new FieldFault(file + ":" + line, words));
    }
}
