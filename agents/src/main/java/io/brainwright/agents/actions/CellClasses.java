package io.brainwright.agents.actions;

import io.brainwright.neuro.lexicon.CellTypes;
import io.brainwright.neuro.lexicon.EntryKind;
import io.brainwright.neuro.lexicon.EntryMention;
import io.brainwright.neuro.lexicon.Layers;
import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.text.Tokens;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The m-types that words of the field mean: "L5 pyramidal", "PV", "L5_MC". */
final class CellClasses {
    private static final List<EntryKind> KINDS = List.of(EntryKind.M_TYPE, EntryKind.CELL_CLASS, EntryKind.MARKER);

    private CellClasses() {}

    /**
     * @param field where the words stand in the plan
     * @throws Problem INVALID where the words name no type of cell
     */
    static List<String> mTypes(String words, String field) {
        var tokens = Tokens.of(words);
        var layers = new TreeSet<Integer>();
        Layers.find(tokens).forEach(mention -> layers.addAll(mention.layers()));
        var types = Lexicon.open().find(tokens).stream()
                .flatMap(CellClasses::entries)
                .flatMap(entry -> CellTypes.in(entry, layers).stream())
                .distinct()
                .toList();
        if (types.isEmpty()) {
            throw Problem.invalid(
                    "This plan cannot run.",
                    List.of(new FieldFault(
                            field, "'%s' names no type of cell that the recipe has; name m-types.".formatted(words))));
        }
        return types;
    }

    private static Stream<io.brainwright.neuro.lexicon.Entry> entries(EntryMention mention) {
        return KINDS.stream().flatMap(kind -> mention.entry(kind).stream()).limit(1);
    }
}
