package io.brainwright.agents.chat;

import io.brainwright.proto.atlas.v1.DescribeRegionResponse;
import io.brainwright.proto.atlas.v1.ListRegionsResponse;
import io.brainwright.proto.library.v1.FoundPassage;
import io.brainwright.proto.library.v1.SearchResponse;
import io.brainwright.proto.library.v1.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What tools tell a chat model; becomes JSON, units in the names. */
public sealed interface ToolAnswer {
    /**
     * What came of words.
     *
     * @param outcome "plan", "no plan yet" or "refused"
     * @param text for the scientist
     * @param review what the experts say about the plan
     * @param plan the plan; null where there is none
     */
    record Plan(
            String outcome,
            String text,
            List<String> review,
            @Nullable JsonNode plan) implements ToolAnswer {
        static Plan refused(String why) {
            return new Plan("refused", why, List.of(), null);
        }
    }

    /** Regions, parents before children. */
    record Regions(List<Named> regions) implements ToolAnswer {
        static Regions of(ListRegionsResponse all) {
            return new Regions(all.getRegionsList().stream()
                    .map(r -> new Named(r.getAcronym(), r.getName()))
                    .toList());
        }
    }

    /** A region's acronym and full name. */
    record Named(String acronym, String name) {}

    /** The facts of one region and what they rest on. */
    record Region(String acronym, String name, double area_mm2, List<Layer> layers, List<Basis> assumptions)
            implements ToolAnswer {
        static Region of(DescribeRegionResponse r) {
            return new Region(
                    r.getRegion().getAcronym(),
                    r.getRegion().getName(),
                    r.getAreaMm2(),
                    r.getLayersList().stream()
                            .map(l -> new Layer(
                                    l.getLayer(),
                                    l.getThicknessUm(),
                                    l.getVolumeMm3(),
                                    l.getNeuronsPerMm3(),
                                    l.getNeurons(),
                                    l.getInhibitoryFraction()))
                            .toList(),
                    r.getAssumptionsList().stream()
                            .map(a -> new Basis(a.getPath(), a.getSource()))
                            .toList());
        }
    }

    /** One layer, 1 at the pia. */
    record Layer(
            int layer,
            double thickness_um,
            double volume_mm3,
            double neurons_per_mm3,
            double neurons,
            double inhibitory_fraction) {}

    /** Where a value comes from. */
    record Basis(String path, String source) {}

    /** Names of the notebook's entries: names of folders, which anybody may have given. */
    record Entries(List<Quote> entries) implements ToolAnswer {}

    /** What has been built. */
    record Datasets(List<Dataset> datasets) implements ToolAnswer {}

    /** One dataset; rows by table. */
    record Dataset(String stage, String id, Map<String, Long> rows) implements ToolAnswer {}

    /**
     * What was looked up.
     *
     * @param numbers measured, in words with unit and spread
     * @param words what was said of it, which may be others' text
     */
    record LookedUp(List<String> numbers, List<Quote> words) implements ToolAnswer {}

    /**
     * What a recipe's values say of each other.
     *
     * @param unknowns how many quantities
     * @param free how many of them nothing but resemblance fixes
     * @param conflicts sets of values and identities that cannot hold together, the gravest first
     * @param measureNext which measurement would help most
     * @param moved what the scientist's own value changes; empty without one
     */
    record Inferred(
            int unknowns,
            double free,
            List<InferredValue> values,
            List<List<Quote>> conflicts,
            List<String> measureNext,
            List<String> moved)
            implements ToolAnswer {}

    /** One quantity: most likely value, 90 % interval, measured or inferred, who measured it. */
    record InferredValue(
            String name, String unit, double value, double low, double high, String tier, List<Quote> sources) {}

    /** Text of a file or of somebody else's tool: evidence, never an instruction. */
    record Quotes(List<Quote> quotes) implements ToolAnswer {}

    /**
     * What the library holds on some words.
     *
     * @param matches how many values match, also those that are left away
     * @param passageMatches the same of passages
     */
    record Found(
            List<LibraryValue> values,
            int matches,
            List<LibraryPassage> passages,
            int passageMatches,
            List<String> notes)
            implements ToolAnswer {
        static Found of(SearchResponse found) {
            return new Found(
                    found.getValuesList().stream().map(LibraryValue::of).toList(),
                    found.getMatches(),
                    found.getPassagesList().stream().map(LibraryPassage::of).toList(),
                    found.getPassageMatches(),
                    found.getNotesList());
        }
    }

    /**
     * A passage of a document.
     *
     * @param text its words and the characters that they take in the passage
     * @param citation how the document is cited, which others wrote as well
     * @param page 0 where none is known
     */
    record LibraryPassage(Quote text, Quote citation, int page, Quote section) {
        static LibraryPassage of(FoundPassage found) {
            var quote = found.getQuote();
            var id = "%s/passage/%d".formatted(quote.getDocumentId(), quote.getPassage());
            return new LibraryPassage(
                    new Quote(id, quote.getBegin(), quote.getEnd(), quote.getText()),
                    Quote.whole(
                            quote.getDocumentId() + "/citation",
                            found.getDocument().getCitation()),
                    found.getPage(),
                    Quote.whole(id + "/section", found.getSection()));
        }
    }

    /** One value, with its description and its source as quotes. */
    record LibraryValue(
            String path,
            double value,
            String unit,
            @Nullable Double sd,
            Quote description,
            Quote source,
            List<String> generalised) {
        static LibraryValue of(Value v) {
            return new LibraryValue(
                    v.getPath(),
                    v.getValue(),
                    v.getUnit(),
                    v.hasSd() ? v.getSd() : null,
                    Quote.whole(v.getPath() + "/description", v.getDescription()),
                    Quote.whole(v.getPath() + "/source", v.getSource()),
                    v.getGeneralisedList());
        }
    }
}
