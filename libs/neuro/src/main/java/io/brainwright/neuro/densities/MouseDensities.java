package io.brainwright.neuro.densities;

import io.brainwright.neuro.densities.MouseDensity.Tier;
import io.brainwright.neuro.inference.MouseInference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Densities of the classes that the mouse tables know, region by region; a class that nobody counted in a region is taken from a relative where
 * somebody did, scaled to what was counted in the region itself.
 */
public final class MouseDensities {
    private static final String GROUP = MouseTable.INHIBITORY;

    /** The region has no layers of its own here, and its volume is not known: thickness cancels. */
    private static final double ANY_THICKNESS_UM = 1;

    private final MouseTable table;
    private final MouseInference inference;

    public MouseDensities(MouseTable table, MouseInference inference) {
        this.table = table;
        this.inference = inference;
    }

    /** Those that ship; the first question takes some seconds. */
    public static MouseDensities shipped() {
        return new MouseDensities(MouseTable.shipped(), MouseInference.shipped());
    }

    /**
     * All classes of a region.
     *
     * @param donor region that lends what was not counted; "" for the nearest relative where the class was counted
     */
    public List<MouseDensity> of(MouseTable.Region region, String donor) {
        var lent = new LinkedHashMap<String, Transplant>();
        for (var type : MouseTable.TYPES) {
            if (table.reported(region.acronym(), type).isEmpty()) {
                var from = donor.isEmpty()
                        ? table.nearestCounted(region.acronym(), type)
                        : java.util.Optional.of(table.layerOf(donor, region.layer()));
                from.ifPresent(d -> lent.put(type, transplant(d, region)));
            }
        }
        var all = new ArrayList<MouseDensity>();
        for (var type : MouseTable.TYPES) {
            all.add(density(region, type, lent, donor.isEmpty() ? Tier.INFERRED : Tier.TRANSPLANTED));
        }
        return all;
    }

    private MouseDensity density(MouseTable.Region region, String type, Map<String, Transplant> lent, Tier otherwise) {
        var measured = table.reported(region.acronym(), type);
        var from = lent.get(type);
        return new MouseDensity(
                region.acronym(),
                type,
                measured.isEmpty() ? otherwise : Tier.MEASURED,
                measured,
                inference.density(region.acronym(), type),
                inference.programme_per_mm3(region.acronym(), type),
                from == null ? null : value(from, type),
                from == null ? List.of() : List.of(from.tag()));
    }

    private static double value(Transplant from, String type) {
        var stratum = from.strata().getFirst();
        return type.equals(GROUP)
                ? stratum.total_per_mm3()
                : stratum.densities().stream()
                        .filter(t -> t.name().equals(type))
                        .mapToDouble(Stratum.Type::density_per_mm3)
                        .findFirst()
                        .orElseThrow();
    }

    /** The donor's inhibitory cells, its markers and the rest, onto what was counted in the recipient. */
    private Transplant transplant(MouseTable.Region donor, MouseTable.Region recipient) {
        var types = new ArrayList<Stratum.Type>();
        double markers = 0;
        for (var type : MouseTable.TYPES) {
            if (!type.equals(GROUP)) {
                double here = likely(donor.acronym(), type);
                types.add(new Stratum.Type(type, GROUP, here));
                markers += here;
            }
        }
        types.add(new Stratum.Type("rest", GROUP, Math.max(0, likely(donor.acronym(), GROUP) - markers)));
        var groups = new LinkedHashMap<String, Double>();
        var own = new LinkedHashMap<String, Double>();
        for (var type : MouseTable.TYPES) {
            if (!table.reported(recipient.acronym(), type).isEmpty()) {
                (type.equals(GROUP) ? groups : own).put(type, likely(recipient.acronym(), type));
            }
        }
        return Transplant.of(
                donor.acronym(),
                List.of(new Stratum("", ANY_THICKNESS_UM, types)),
                new Recipient(recipient.acronym(), Map.of("", new Recipient.Known(ANY_THICKNESS_UM, groups, own))));
    }

    /** What the sources say together: each counts differently. */
    private double likely(String region, String type) {
        return inference.density(region, type).value();
    }

    /** Glia of a region as the tables have them: of the cerebellum and of the striatum, which stands for all other regions. */
    public List<GliaDensity> glia(MouseTable.Region region) {
        boolean cerebellum = table.within(region.acronym(), "CB");
        boolean striatum = table.within(region.acronym(), "STR");
        var whole = cerebellum ? "CB" : "STR";
        var node = table.tree().path("glia_density_per_mm3");
        var kinds = new ArrayList<GliaDensity>();
        for (var kind : new TreeSet<>(node.path("striatum").propertyNames())) {
            kinds.add(new GliaDensity(
                    kind,
                    node.path(cerebellum ? "cerebellum" : "striatum").path(kind).asDouble(),
                    region.acronym().equals(whole) ? Tier.MEASURED : Tier.TRANSPLANTED,
                    table.citation(node.path("source").asString()),
                    region.acronym().equals(whole)
                            ? List.of()
                            : List.of(
                                    cerebellum || striatum
                                            ? whole + " as a whole to " + region.acronym()
                                            : whole + " to " + region.acronym())));
        }
        return kinds;
    }

    /**
     * Density of one kind of glia.
     *
     * @param kind "astrocyte"
     * @param density_per_mm3 cells per mm3
     * @param tier whether it is this region's
     * @param source citation
     * @param generalised from where to where
     */
    public record GliaDensity(String kind, double density_per_mm3, Tier tier, String source, List<String> generalised) {
        public GliaDensity {
            generalised = List.copyOf(generalised);
        }
    }
}
