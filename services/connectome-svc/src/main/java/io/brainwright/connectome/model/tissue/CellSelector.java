package io.brainwright.connectome.model.tissue;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The cells that one side of a rule speaks of: m-types ('*' stands for any text) or synapse classes (EXC, INH).
 *
 * @param patterns any of them may match
 */
public record CellSelector(List<String> patterns) {
    public CellSelector {
        patterns = List.copyOf(patterns);
    }

    /** Reads the list of a recipe's rule; a rule without one means every cell. */
    public static CellSelector read(JsonNode list) {
        if (list.isMissingNode()) {
            return new CellSelector(List.of("*"));
        }
        var patterns = new ArrayList<String>();
        list.forEach(item -> patterns.add(item.asString()));
        return new CellSelector(patterns);
    }

    public boolean matches(CellType type) {
        return patterns.stream().anyMatch(p -> p.equals(type.synapseClass().name()) || glob(p, 0, type.mtype(), 0));
    }

    private static boolean glob(String pattern, int p, String text, int t) {
        if (p == pattern.length()) {
            return t == text.length();
        }
        if (pattern.charAt(p) == '*') {
            return glob(pattern, p + 1, text, t) || t < text.length() && glob(pattern, p, text, t + 1);
        }
        return t < text.length() && pattern.charAt(p) == text.charAt(t) && glob(pattern, p + 1, text, t + 1);
    }
}
