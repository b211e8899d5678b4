package io.brainwright.fabric.rpc;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks names that a request may choose from a few. */
public final class AskedNames {
    private AskedNames() {}

    /**
     * The names asked for, each once, in their order; adds a fault where there is none, or for each that does not exist.
     *
     * @param field the request's field
     * @param asked what the request says
     * @param known what there is
     */
    public static Set<String> several(
            String field, List<String> asked, Collection<String> known, List<FieldFault> faults) {
        if (asked.isEmpty()) {
            faults.add(new FieldFault(field, "is empty; name one or more of: %s.".formatted(String.join(", ", known))));
        }
        for (var name : asked) {
            if (!known.contains(name)) {
                faults.add(new FieldFault(field, fault(name, known)));
            }
        }
        return new LinkedHashSet<>(asked);
    }

    /** Adds a fault where a name is neither empty nor known. */
    public static void optional(String field, String asked, Collection<String> known, List<FieldFault> faults) {
        if (!asked.isEmpty() && !known.contains(asked)) {
            faults.add(new FieldFault(field, fault(asked, known)));
        }
    }

    private static String fault(String name, Collection<String> known) {
        return "'%s' is not known. %s".formatted(name, NearestNames.sentence(name, known))
                + (NearestNames.of(name, known, 1).isEmpty()
                        ? ""
                        : " There are: %s.".formatted(String.join(", ", known)));
    }
}
