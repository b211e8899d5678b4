package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.context.Mention;
import io.brainwright.library.model.extraction.context.Mention.Kind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the sentences before said, for sentences that do not say it again. Species, strain, age and region hold until another is named; the
 * cells and the layer only for the next sentence.
 */
final class Memory {
    private static final Set<Kind> LASTING = EnumSet.of(Kind.SPECIES, Kind.STRAIN, Kind.AGE, Kind.REGION);
    private static final Set<Kind> BRIEF = EnumSet.of(Kind.CELL);

    private final Map<Kind, String> said = new EnumMap<>(Kind.class);
    private final StringBuilder words = new StringBuilder();

    Memory(String over, List<Mention> mentions) {
        words.append(over).append(' ');
        remember(mentions);
    }

    /** What was said before of a kind, empty where nothing or more than one thing was. */
    String of(Kind kind) {
        return said.getOrDefault(kind, "");
    }

    /** The words before. */
    String words() {
        return words.toString();
    }

    void remember(String sentence, List<Mention> mentions) {
        words.append(sentence).append(' ');
        remember(mentions);
    }

    private void remember(List<Mention> mentions) {
        for (var kind : Kind.values()) {
            var values = mentions.stream()
                    .filter(m -> m.kind() == kind)
                    .map(Mention::value)
                    .distinct()
                    .toList();
            boolean one = values.size() == 1;
            if (LASTING.contains(kind) && !values.isEmpty()) {
                said.put(kind, one ? values.getFirst() : "");
            } else if (BRIEF.contains(kind)) {
                said.put(kind, one ? values.getFirst() : "");
            }
        }
    }
}
