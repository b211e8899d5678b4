package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.NamedRegions;
import io.brainwright.agents.plan.Plan;
import io.brainwright.fabric.rpc.Assumptions;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.problem.FieldFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the atlas says about the tissue of a plan: whether it fits the region, how many cells it holds. */
final class TissueCheck {
    private static final List<String> GLIA = List.of("astrocyte", "oligodendrocyte", "microglia");
    private static final double UM3_PER_MM3 = 1e9;
    private static final double CORTEX_UM = 2000;
    private static final double CELLS_PER_MM3 = 9e4;

    private final TissueFacts facts;
    private final JsonNode region;
    private final JsonNode cells;
    private final JsonNode shape;

    TissueCheck(TissueFacts facts, Plan plan, WorkspaceView workspace) {
        this.facts = facts;
        var steps = plan.steps("atlas.region");
        var circuit = workspace.circuit();
        if (!steps.isEmpty()) {
            this.region = steps.getFirst().params();
        } else if (circuit != null) {
            this.region = JsonNodeFactory.instance
                    .objectNode()
                    .put("region", circuit.region())
                    .set("shape", circuit.shape());
        } else {
            this.region = JsonNodeFactory.instance.objectNode();
        }
        var placed = plan.steps("placement.cells");
        this.cells = placed.isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : placed.getFirst().params();
        this.shape = region.path("shape");
    }

    private List<String> acronyms() {
        return NamedRegions.of(region);
    }

    boolean isBuilt() {
        return !acronyms().isEmpty() && acronyms().stream().allMatch(Places::isBuilt);
    }

    private List<TissueFacts.Region> tissues() {
        return acronyms().stream()
                .map(a -> facts.describe(a.equals("S1") ? "nbS1" : a))
                .toList();
    }

    private Set<Integer> layers() {
        var layers = new LinkedHashSet<Integer>();
        region.path("layers").forEach(l -> layers.add(l.asInt()));
        return layers;
    }

    /** What cannot be as it was said. */
    List<FieldFault> faults() {
        var faults = new ArrayList<FieldFault>();
        if (!isBuilt() || region.path("shape").path("width_um").has("sweep")) {
            return faults;
        }
        var tissues = tissues();
        tissues.stream()
                .filter(t -> area(t) > t.area_um2())
                .findFirst()
                .ifPresent(tissue -> faults.add(new FieldFault(
                        "atlas.region.shape.width_um",
                        "too_wide:%s|%.2f|%.0f"
                                .formatted(
                                        region.path("region").isArray()
                                                ? tissue.acronym()
                                                : acronyms().getFirst(),
                                        tissue.area_mm2(),
                                        Math.floor(Math.sqrt(tissue.area_um2() * 4 / Math.PI))))));
        double holds = holds(tissues);
        var count = cells.path("count");
        if (count.isNumber() && count.asDouble() > holds) {
            double wider = Math.ceil(
                    Math.sqrt(area(tissues.getFirst()) * count.asDouble() / Math.max(holds, 1) * 4 / Math.PI));
            faults.add(new FieldFault(
                    "placement.cells.count",
                    "too_many:%.0f|%.0f|%.0f".formatted(Math.floor(holds), count.asDouble(), wider)));
        }
        return faults;
    }

    /** Neurons that are built or simulated. */
    double neurons() {
        var count = cells.path("count");
        if (count.isNumber()) {
            return count.asDouble();
        }
        if (region.path("region").isMissingNode()) {
            return 0;
        }
        if (!isBuilt()) {
            return area(null) * CORTEX_UM * CELLS_PER_MM3 / UM3_PER_MM3 * scale();
        }
        return Math.rint(holds(tissues()));
    }

    /** The shape is cut from each region. */
    private double holds(List<TissueFacts.Region> tissues) {
        double neurons =
                tissues.stream().mapToDouble(t -> t.neurons(area(t), layers())).sum();
        return neurons * scale() * Math.max(1, shape.path("count").asInt(1));
    }

    private double scale() {
        var scale = cells.path("density_scale");
        return scale.isNumber() ? scale.asDouble() : 1;
    }

    private double area(TissueFacts.@org.jspecify.annotations.Nullable Region tissue) {
        if (shape.path("kind").asString("").equals("whole")) {
            return tissue == null ? 1e8 : tissue.area_um2();
        }
        double width_um = shape.has("radius_um")
                ? 2 * shape.path("radius_um").asDouble()
                : shape.path("width_um").asDouble(shape.path("thickness_um").asDouble(0));
        return Math.PI / 4 * width_um * width_um;
    }

    /** What the recipe says of the glia that are placed. */
    private List<Assumption> glia() {
        var asked = new LinkedHashSet<String>();
        cells.path("classes").forEach(c -> asked.add(c.asString()));
        var kinds = asked.contains("glia")
                ? GLIA
                : GLIA.stream().filter(asked::contains).toList();
        if (kinds.isEmpty()) {
            return List.of();
        }
        var recipe =
                CorticalSheet.open(CorticalSheet.names().getFirst()).recipe().file();
        return kinds.stream()
                .flatMap(kind -> Stream.of("density_per_mm3", "soma_radius_um")
                        .map(number -> recipe.value("glia.%s.%s".formatted(kind, number))))
                .map(value -> AtlasFacts.assumption(Assumptions.of(value)))
                .toList();
    }

    /** The plan with what the atlas assumed, and with what thinning does. */
    Plan withFacts(Plan plan) {
        if (!isBuilt() || plan.steps("atlas.region").isEmpty()) {
            return plan;
        }
        var tissues = tissues();
        Map<String, Assumption> all = new LinkedHashMap<>();
        plan.assumptions().forEach(a -> all.put(a.path(), a));
        tissues.forEach(t -> t.assumptions().forEach(a -> all.putIfAbsent(a.path(), a)));
        glia().forEach(a -> all.putIfAbsent(a.path(), a));
        var count = cells.path("count");
        double holds = holds(tissues);
        boolean alone = count.asDouble(0) <= 2 && all.containsKey("placement.cells.count");
        if (count.isNumber() && count.asDouble() < holds && !alone) {
            double kept = count.asDouble() / holds;
            all.put(
                    "placement.cells.thinning",
                    new Assumption(
                            "placement.cells.thinning",
                            JsonNodeFactory.instance.numberNode(Math.rint(kept * 1e4) / 1e4),
                            "1",
                            "from your count: the shape holds about %.0f neurons; all types are thinned alike, so each cell keeps about %.0f %% of its partners and of its input"
                                    .formatted(holds, kept * 100),
                            List.of("all %.0f neurons".formatted(holds), "a narrower column with the same count")));
        }
        return plan.withAssumptions(List.copyOf(all.values()));
    }
}
