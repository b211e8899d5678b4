package io.brainwright.atlas.service;

import io.brainwright.neuro.densities.MouseCounts;
import io.brainwright.neuro.densities.MouseDensities;
import io.brainwright.neuro.densities.MouseDensity;
import io.brainwright.neuro.densities.MouseTable;
import io.brainwright.neuro.densities.MouseTable.Region;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.QueryRequest;
import io.brainwright.proto.fabric.v1.Measured;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers Query about the mouse: what the tables of whole-brain regions hold, each value with its sources and where it was measured. */
final class MouseQuery {
    private static final Set<String> BY_TABLE =
            Set.of("id", "children", "descendants", "density", "markers", "neuron_count", "cell_count", "species");

    private final MouseTable table = MouseTable.shipped();
    private final MeasuredResponse.Builder answer = MeasuredResponse.newBuilder();
    private final boolean several;

    private MouseQuery(boolean several) {
        this.several = several;
    }

    static MeasuredResponse of(QueryRequest request) {
        var query = new MouseQuery(request.getRegionsCount() * Math.max(1, request.getLayersCount()) > 1);
        var missing = request.getQuantitiesList().stream()
                .filter(q -> !BY_TABLE.contains(q))
                .toList();
        if (!missing.isEmpty()) {
            throw query.noData(
                    String.join(", ", missing),
                    "no stored source has it for the mouse",
                    "The mouse tables have densities of PV+, SST+, VIP+ and all inhibitory cells by region, and counts of the whole brain, the "
                            + "cerebellum and the isocortex.");
        }
        for (var region : query.regions(request)) {
            request.getQuantitiesList().forEach(quantity -> query.add(quantity, region));
        }
        query.answer.addNotes("Species: %s. Tables: %s.".formatted(query.table.species(), MouseTable.NAME));
        return query.answer.build();
    }

    private List<Region> regions(QueryRequest request) {
        var regions = new ArrayList<Region>();
        for (var name : request.getRegionsCount() == 0 ? List.of("grey") : request.getRegionsList()) {
            for (var region : table.find(name)) {
                if (request.getLayersCount() == 0) {
                    regions.add(region);
                }
                request.getLayersList().forEach(layer -> regions.add(layer(region, layer)));
            }
        }
        return regions.stream().distinct().toList();
    }

    /** Layers 2 and 3 are one in the atlas. */
    private Region layer(Region region, int layer) {
        return table.layerOf(region.acronym(), layer == 2 || layer == 3 ? "2/3" : String.valueOf(layer));
    }

    private void add(String quantity, Region region) {
        switch (quantity) {
            case "id" -> {
                put("id", region.acronym(), region.allenId(), "1", "Allen Mouse Brain Common Coordinate Framework");
                answer.addNotes("%s is %s.".formatted(region.acronym(), region.name()));
            }
            case "children" ->
                parts(
                        quantity,
                        region,
                        table.regions().stream()
                                .filter(r -> r.parent().equals(region.acronym()))
                                .toList());
            case "descendants" ->
                parts(
                        quantity,
                        region,
                        table.regions().stream()
                                .filter(r -> !r.equals(region) && table.within(r.acronym(), region.acronym()))
                                .toList());
            case "density", "markers" -> densities(region);
            case "neuron_count", "cell_count" -> counts(quantity, region);
            case "species" -> answer.addNotes("%s: %s.".formatted(region.acronym(), table.species()));
            default -> throw new AssertionError(quantity);
        }
    }

    private void parts(String quantity, Region region, List<Region> parts) {
        put(quantity, region.acronym(), parts.size(), "1", "hierarchy of the atlas, regions with measurements");
        answer.addNotes("%s of %s: %s."
                .formatted(
                        quantity,
                        region.acronym(),
                        parts.stream()
                                .map(r -> r.acronym() + " (" + r.name() + ")")
                                .collect(Collectors.joining("; "))));
    }

    private void densities(Region region) {
        for (var density : MouseDensities.shipped().of(region, "")) {
            var group = group(region, density.type());
            for (var counted : density.measured()) {
                var by = "%s by %s".formatted(group, counted.key());
                var source = "%s: %s [adult mouse]".formatted(counted.key(), counted.source());
                var measured = measured("density_counted", by, counted.density_per_mm3(), "1/mm3", source);
                if (counted.sd_per_mm3() > 0) {
                    measured.setSd(counted.sd_per_mm3()).setOver("as printed");
                }
                answer.addMeasures(measured);
            }
            inferred(density, group);
        }
        answer.addNotes(
                "density_counted: cells per mm3 as each source counted them in adult mice; sources differ, and each is told.");
        answer.addNotes(
                "density: most likely value from all counts of all regions together, with the ends of its 90 % interval; density_programme: "
                        + "after the consistency linear programme (Rodarie et al. 2022, doi:10.1371/journal.pcbi.1010739); density_transplanted: what the "
                        + "nearest relative lends where nobody counted.");
        answer.addNotes(
                "No stored source has the density of all neurons of single regions, nor their volumes: a count of cells is a density times a "
                        + "volume of your own.");
    }

    private void inferred(MouseDensity density, String group) {
        var likely = density.likely();
        var source = density.tier() == MouseDensity.Tier.MEASURED
                ? "measured here; all sources together"
                : "not counted here; inferred from all regions";
        if (likely != null) {
            put("density", group, likely.value(), "1/mm3", source);
            put("density_low", group, likely.low(), "1/mm3", "lower end of the 90 % interval");
            put("density_high", group, likely.high(), "1/mm3", "upper end of the 90 % interval");
        }
        if (density.programme_per_mm3() != null) {
            put("density_programme", group, density.programme_per_mm3(), "1/mm3", "consistency linear programme");
        }
        if (density.transplanted_per_mm3() != null) {
            put(
                    "density_transplanted",
                    group,
                    density.transplanted_per_mm3(),
                    "1/mm3",
                    "composition of a relative [generalised: %s]".formatted(String.join(", ", density.generalised())));
        }
    }

    private void counts(String quantity, Region region) {
        var counts = MouseCounts.of(table, region)
                .orElseThrow(() -> noData(
                        "%s of %s".formatted(quantity, region.acronym()),
                        "no stored source counted it, and none has the volume of %s".formatted(region.acronym()),
                        "Ask for its density, e.g. 'which markers in mouse %s', and multiply by a volume of your own; counted were the whole brain "
                                        .formatted(region.acronym())
                                + "(grey), the cerebellum (CB) and the isocortex with ENT and PIR (Isocortex)."));
        put("neuron_count", region.acronym(), counts.neurons(), "1", counts.source());
        if (quantity.equals("cell_count")) {
            put("cell_count", region.acronym(), counts.neurons() + counts.others(), "1", counts.source());
        }
        answer.addNotes("Counted: %s.".formatted(counts.of()));
    }

    private String group(Region region, String type) {
        return several ? region.acronym() + " " + type : type;
    }

    private void put(String metric, String group, double value, String unit, String source) {
        answer.addMeasures(measured(metric, group, value, unit, source));
    }

    private static Measured.Builder measured(String metric, String group, double value, String unit, String source) {
        return Measured.newBuilder()
                .setMetric(metric)
                .setGroup(group)
                .setValue(value)
                .setUnit(unit)
                .setN(1)
                .setSource(source);
    }

    private Problem noData(String what, String why, String instead) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("what", what);
        facts.put("species", table.species());
        return new Problem(
                Kind.NOT_FOUND, "NO_DATA_HERE", "There are no data of %s: %s.".formatted(what, why), instead, facts);
    }
}
