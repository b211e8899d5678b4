package io.brainwright.library.model.table;

import java.util.List;

/** Kinds of spread that a value may be given with. */
final class SpreadKind {
    static final List<String> WORDS = List.of("sd", "sem", "range", "iqr", "unknown");

    private SpreadKind() {}

    static boolean isOne(String word) {
        return WORDS.contains(word);
    }
}
