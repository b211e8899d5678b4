package io.brainwright.library.model.candidates;

import io.brainwright.library.model.extraction.context.Mention.Kind;
import io.brainwright.library.model.extraction.context.Mentions;
import io.brainwright.neuro.lexicon.Entry;
import io.brainwright.neuro.lexicon.EntryKind;
import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.lexicon.Regions;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a value's region is the one asked for, or lies within it: by the words of papers and by the atlas's hierarchy. */
final class RegionMatch {
    private static final Lexicon LEXICON = Lexicon.open();
    private static final Regions REGIONS = Regions.of(LEXICON);
    private static final Pattern ALL_CORTEX = Pattern.compile("(?i)(?:cerebral |neo)?cortex|isocortex|neocortex|CTX");
    private static final Pattern CORTICAL = Pattern.compile("(?i).*cortex.*|[SVMA][12].*|mPFC");

    private RegionMatch() {}

    static boolean within(String told, String asked) {
        if (told.isEmpty()) {
            return false;
        }
        if (ALL_CORTEX.matcher(asked).matches() && CORTICAL.matcher(told).matches()) {
            return true;
        }
        var inner = ids(told);
        var outer = ids(asked);
        return Mentions.same(Kind.REGION, asked, told)
                || inner.stream().anyMatch(i -> outer.stream().anyMatch(o -> REGIONS.isWithin(i, o)));
    }

    private static List<String> ids(String words) {
        return LEXICON.named(words).stream()
                .filter(e -> e.kind() == EntryKind.REGION)
                .map(Entry::id)
                .toList();
    }
}
