package io.brainwright.neuro.text;

import io.brainwright.neuro.text.PartReader.Found;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the step of a range: "in steps of 50", "in 0.25 mM steps", "par pas de 50", "in Schritten von 50", "en pasos de 50". */
final class StepsReader {
    /**
     * A step and the token behind it.
     *
     * @param part the step
     * @param end the token after the last of its phrase
     */
    record Step(Found part, int end) {}

    private static final Set<String> STEPS = Set.of(
            "step",
            "steps",
            "increments",
            "increment",
            "pas",
            "schritt",
            "schritten",
            "schritte",
            "schrittweite",
            "pasos",
            "paso",
            "intervals",
            "intervalles",
            "abständen",
            "incréments",
            "incrementos",
            "er-schritten");
    private static final Set<String> LINKS = Set.of(
            "in", "by", "with", "of", "a", "an", "the", "par", "de", "avec", "un", "von", "mit", "einer", "zu", "je",
            "en", "con", "at", "every", "d'");
    private static final int LONGEST_LINK = 4;

    private final List<Token> tokens;
    private final PartReader reader;

    StepsReader(List<Token> tokens, PartReader reader) {
        this.tokens = tokens;
        this.reader = reader;
    }

    /** The step that is said behind a range, null where none is. */
    @Nullable
    Step behind(Found last) {
        int i = last.end();
        i += Joints.sign(tokens, i, ",") || Joints.sign(tokens, i, "(") ? 1 : 0;
        boolean steps = Joints.word(tokens, i, "by", "every");
        for (int n = 0; n <= LONGEST_LINK && i < tokens.size(); n++, i++) {
            var part = reader.at(i);
            if (part != null) {
                int end = part.end();
                end += Joints.sign(tokens, end, "-") ? 1 : 0;
                end += Joints.word(tokens, end, "er") ? 1 : 0;
                boolean after =
                        end < tokens.size() && STEPS.contains(tokens.get(end).lower());
                boolean repeated = Joints.word(tokens, i - 1, "de")
                        && Joints.word(tokens, end, "en")
                        && reader.at(end + 1) != null;
                if (repeated) {
                    return new Step(part, end + 2); // "de 50 en 50"
                }
                return steps || after ? new Step(part, after ? end + 1 : part.end()) : null;
            }
            boolean word = STEPS.contains(tokens.get(i).lower());
            steps |= word;
            if (!word && !LINKS.contains(tokens.get(i).lower())) {
                return null;
            }
        }
        return null;
    }

    /** The step that is said before a range: "in steps of 50 from 100 to 400". */
    @Nullable
    Found before(int from) {
        int i = from - 1;
        while (i >= 0 && from - i <= LONGEST_LINK && Joints.word(tokens, i, "from", "von", "de", "desde", ",")) {
            i--;
        }
        for (int start = i; start >= 0 && i - start <= LONGEST_LINK; start--) {
            var part = reader.at(start);
            if (part != null && part.end() == i + 1) {
                boolean steps = Joints.word(tokens, start - 1, "of", "von", "de")
                        && start >= 2
                        && STEPS.contains(tokens.get(start - 2).lower());
                if (steps) {
                    return part;
                }
            }
        }
        return null;
    }
}
