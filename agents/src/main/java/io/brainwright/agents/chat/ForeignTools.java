package io.brainwright.agents.chat;

import io.brainwright.agents.experts.Expert;
import java.util.List;
import java.util.Locale;

/** Tools of other programs' servers. They reach a model only through an expert whose file allows them. */
@FunctionalInterface
public interface ForeignTools {
    /** There are none. */
    ForeignTools NONE = () -> List.of();

    /** Those that can be reached now. */
    List<Foreign> all();

    /**
     * One such tool.
     *
     * @param bareName its name at its server
     * @param tool how a model calls it; what it answers comes back as quotes
     * @param looksOnly whether its server says that it changes nothing
     */
    record Foreign(String bareName, OwnTool tool, boolean looksOnly) {
        /**
         * Whether a turn may use it. A tool that may change something needs the scientist's own words to name it, and a turn that has
         * read text of others has none.
         */
        boolean isFor(Expert expert, Turn turn) {
            if (!expert.mayUse(tool.definition().name())) {
                return false;
            }
            return looksOnly
                    || (!turn.hasReadQuotes()
                            && turn.own()
                                    .toLowerCase(Locale.ROOT)
                                    .matches("(?s).*(?<![\\p{L}\\p{N}_])\\Q%s\\E(?![\\p{L}\\p{N}_]).*"
                                            .formatted(bareName.toLowerCase(Locale.ROOT))));
        }
    }
}
