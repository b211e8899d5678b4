package io.brainwright.library.model.extraction.papers;

import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.extraction.Extractor;
import io.brainwright.library.model.extraction.Field;
import io.brainwright.library.model.extraction.NeuroscienceGate;
import io.brainwright.library.model.extraction.Surroundings;
import io.brainwright.library.model.extraction.figure.SpreadKind;
import io.brainwright.library.model.extraction.figure.SpreadWords;
import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.library.model.extraction.passage.PlainText;
import io.brainwright.neuro.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a document.
 *
 * @param field what the document is about; outside neuroscience nothing is extracted
 * @param values in reading order
 * @param instructions quotations of sentences that speak to an assistant
 */
public record PaperExtraction(Field field, List<PassageValue> values, List<String> instructions) {
    private static final Pattern METHODS = Patterns.words(
            "methods?|materials?|procedures?|experimental (?:design|procedures)|m[ée]thodes?|Methoden|Methodik|m[ée]todos|key resources|statistics|statistical analys[ei]s|data availability");

    public PaperExtraction {
        values = List.copyOf(values);
        instructions = List.copyOf(instructions);
    }

    /** Reads the passages of one document. */
    public static PaperExtraction of(List<Passage> passages) {
        var field = NeuroscienceGate.field(passages.stream()
                .filter(PaperExtraction::own)
                .map(Passage::text)
                .toList());
        return read(passages, field);
    }

    /** Reads each passage as if nothing were known of the document; shows what the rules do without the gate of the whole paper. */
    public static PaperExtraction passageByPassage(List<Passage> passages) {
        return read(passages, Field.UNKNOWN);
    }

    private static PaperExtraction read(List<Passage> passages, Field field) {
        var spread = spread(passages);
        var values = new ArrayList<PassageValue>();
        var instructions = new ArrayList<String>();
        for (var passage : passages) {
            if (!own(passage)) {
                continue;
            }
            var around = new Surroundings(
                    field,
                    spread.orElse(null),
                    METHODS.matcher(passage.section()).find(),
                    over(passages, passage));
            var found = passage.kind() == PassageKind.TABLE_ROW
                    ? TableValues.extract(passage, around)
                    : Extractor.extract(passage.text(), around);
            found.values().forEach(v -> values.add(new PassageValue(passage, v)));
            for (Span span : found.instructions()) {
                instructions.add(span.of(passage.text()));
            }
        }
        return new PaperExtraction(field, values, instructions);
    }

    private static boolean own(Passage passage) {
        return passage.kind() != PassageKind.REFERENCE;
    }

    /** Title of the document for running text, the caption for rows of a table. */
    private static String over(List<Passage> passages, Passage passage) {
        var kind = passage.kind() == PassageKind.TABLE_ROW ? PassageKind.CAPTION : PassageKind.TITLE;
        return passages.stream()
                .filter(p -> p != passage && p.kind() == kind)
                .filter(p -> kind == PassageKind.TITLE || p.element().equals(passage.element()))
                .findFirst()
                .map(Passage::text)
                .orElse("");
    }

    /** What the document says once of all its ±. */
    private static Optional<SpreadKind> spread(List<Passage> passages) {
        @Nullable SpreadKind one = null;
        for (var passage : passages) {
            var said =
                    own(passage) ? SpreadWords.definition(PlainText.of(passage.text())) : Optional.<SpreadKind>empty();
            if (said.isPresent() && one != null && one != said.get()) {
                return Optional.empty();
            }
            one = said.orElse(one);
        }
        return Optional.ofNullable(one);
    }
}
