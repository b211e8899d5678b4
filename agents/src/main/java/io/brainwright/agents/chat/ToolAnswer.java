package io.brainwright.agents.chat;

import io.brainwright.proto.atlas.v1.DescribeRegionResponse;
import io.brainwright.proto.atlas.v1.ListRegionsResponse;
import io.brainwright.proto.library.v1.SearchResponse;
import io.brainwright.proto.library.v1.Value;
import java.util.List;
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

    /** Values of the data bank, quoted; {@code matches} counts also those that are left away. */
    record Quotes(List<Quote> quotes, int matches) implements ToolAnswer {
        static Quotes of(SearchResponse found) {
            return new Quotes(found.getValuesList().stream().map(Quote::of).toList(), found.getMatches());
        }
    }

    /** One value with its source. */
    record Quote(
            String path,
            String description,
            double value,
            String unit,
            @Nullable Double sd,
            String source,
            List<String> generalised) {
        static Quote of(Value v) {
            return new Quote(
                    v.getPath(),
                    v.getDescription(),
                    v.getValue(),
                    v.getUnit(),
                    v.hasSd() ? v.getSd() : null,
                    v.getSource(),
                    v.getGeneralisedList());
        }
    }
}
