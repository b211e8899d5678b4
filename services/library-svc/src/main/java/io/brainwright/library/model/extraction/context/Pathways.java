package io.brainwright.library.model.extraction.context;

import static io.brainwright.library.model.extraction.passage.Patterns.anywhere;

import io.brainwright.library.model.extraction.context.Mention.Kind;
import io.brainwright.library.model.extraction.passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds who connects to whom: "between A and B", "from A to B", "A-to-B connection", "evoked by A in B", "A inputs onto B", "pairs of A",
 * "onto B".
 */
public final class Pathways {
    private static final String ARTICLE =
            "(?:the |a |an |single |individual |presynaptic |postsynaptic |pairs of |two |neighbouring |neighboring |les |los |las |den |zwei |H?L[1-6](?:/[1-6])? ?|layers? [1-6IV/]+ ?|couche [1-6/]+ |Schicht [1-6/]+ |capa [1-6/]+ )*$";
    private static final Pattern BETWEEN = anywhere("(?:between|among|entre|zwischen|within) " + ARTICLE);
    private static final Pattern FROM = anywhere(
            "(?:from|evoked by|made by|elicited by|formed by|of|provided by|by|originating in|arising from|von|des|depuis|de|desde) "
                    + ARTICLE);
    private static final Pattern INTO_ONTO =
            anywhere("(?:onto|on to|targeting|contacting|innervating|sur|auf|sobre) " + ARTICLE);
    private static final Pattern PAIRS_OF = anywhere(
            "(?:pairs of|pairs? between|connected|coupled|pairs? of [\\w ]*connected|paires de|paires entre|Paare von|pares de) "
                    + ARTICLE);
    private static final Pattern AND =
            anywhere("^(?: (?:in|of) (?:layer |L)[1-6](?:/[1-6])?)?,? ?(?:and|und|et|y|&) " + ARTICLE);
    private static final Pattern TO = anywhere(
            "^(?: (?:in|of) (?:layer |L)[1-6](?:/[1-6])?| axons?| synapses?| inputs?| boutons| terminals| connections?| contacts?| projections?| synaptic| \\([^)]*\\))*(?: ?→ ?|-to-| ?[–-] ?| ?> ?|(?: made| formed)?(?: synapses?| inputs?| connections?| contacts?)? ?(?:onto|to|on|into|auf|zu|vers|[àa]|sur|hacia|sobre|contacting|targeting|innervating) )"
                    + ARTICLE);
    private static final Pattern IN = anywhere("^ (?:\\([^)]*\\) )?(?:\\w+ )?(?:in|onto|on) " + ARTICLE);
    private static final Pattern CONNECTED_BEHIND = anywhere(
            "^,?(?: (?:in|of) (?:layer |L)[1-6](?:/[1-6])?)?,? (?:pairs|were (?:synaptically |reciprocally |mono-?synaptically )?(?:connected|coupled|interconnected)|connections?|synapses)");

    private Pathways() {}

    /** The connections of a sentence, in order. */
    public static List<Pathway> find(Sentence sentence, List<Mention> mentions) {
        var cells = mentions.stream().filter(m -> m.kind() == Kind.CELL).toList();
        var found = new ArrayList<Pathway>();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var next = i + 1 < cells.size() ? cells.get(i + 1) : null;
            var gap = next == null ? "" : sentence.between(cell.end(), next.begin());
            var before = sentence.before(cell.begin(), 60);
            if (next != null
                    && BETWEEN.matcher(before).find()
                    && AND.matcher(gap).find()) {
                found.add(new Pathway(cell.value(), next.value(), cell.begin(), next.end()));
                i++;
            } else if (next != null && TO.matcher(gap).find()) {
                found.add(new Pathway(cell.value(), next.value(), cell.begin(), next.end()));
                i++;
            } else if (next != null
                    && FROM.matcher(before).find()
                    && IN.matcher(gap).find()) {
                found.add(new Pathway(cell.value(), next.value(), cell.begin(), next.end()));
                i++;
            } else if (INTO_ONTO.matcher(before).find()) {
                found.add(new Pathway("", cell.value(), cell.begin(), cell.end()));
            } else if (BETWEEN.matcher(before).find()
                    || PAIRS_OF.matcher(before).find()
                    || CONNECTED_BEHIND.matcher(sentence.after(cell.end(), 40)).find()) {
                found.add(new Pathway(cell.value(), cell.value(), cell.begin(), cell.end()));
            } else if (FROM.matcher(before).find()
                    && sentence.after(cell.end(), 24).matches("(?s)^ (?:onto|to|on) .*")) {
                found.add(new Pathway(cell.value(), "", cell.begin(), cell.end()));
            }
        }
        return List.copyOf(found);
    }
}
