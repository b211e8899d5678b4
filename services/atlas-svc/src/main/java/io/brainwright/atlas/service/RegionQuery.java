package io.brainwright.atlas.service;

import io.brainwright.atlas.model.RegionCounts;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.RegionNode;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.densities.MouseTable;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.QueryRequest;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers Query: each quantity of each region, with species and source. */
final class RegionQuery {
    private static final Set<String> QUANTITIES = Set.of(
            "id",
            "children",
            "descendants",
            "neuron_count",
            "cell_count",
            "density",
            "volume",
            "layer_thickness",
            "m_types",
            "e_types",
            "markers",
            "species");
    private static final Set<String> GROUPS = Set.of("", "layer", "m_type", "e_type", "region", "class");

    private RegionQuery() {}

    static MeasuredResponse of(QueryRequest request) {
        checkWords(request);
        if (ofMouse(request)) {
            return MouseQuery.of(request);
        }
        var sheet = CorticalSheet.open(AtlasRequests.atlas(request.getAtlas()));
        check(request, sheet);
        var answer = MeasuredResponse.newBuilder();
        for (var region : regions(request, sheet)) {
            var quantities = new RegionQuantities(
                    region, new RegionCounts(region, request.getLayersList()), request.getGroupBy(), answer);
            request.getQuantitiesList().forEach(quantities::add);
        }
        answer.addNotes("Species: %s. Atlas: %s."
                .formatted(sheet.recipe().species(), sheet.recipe().file().name()));
        return answer.build();
    }

    private static boolean ofMouse(QueryRequest request) {
        return request.getAtlas().equals(MouseTable.NAME)
                || request.getAtlas().isEmpty() && request.getSpecies().equalsIgnoreCase("mouse");
    }

    /** The regions meant; grouped by region, their subregions. */
    private static List<SheetRegion> regions(QueryRequest request, CorticalSheet sheet) {
        var hierarchy = sheet.hierarchy();
        var names = request.getRegionsCount() == 0 ? List.of(hierarchy.root().acronym()) : request.getRegionsList();
        var regions = new ArrayList<SheetRegion>();
        for (var name : names) {
            var node = hierarchy.node(name);
            var parts =
                    node.id() == hierarchy.root().id() && request.getGroupBy().equals("region")
                            ? hierarchy.children(node.id())
                            : List.of(node);
            parts.stream().map(RegionNode::acronym).map(sheet::region).forEach(regions::add);
        }
        return regions;
    }

    private static void checkWords(QueryRequest request) {
        var faults = new ArrayList<FieldFault>();
        for (var quantity : request.getQuantitiesList()) {
            if (!QUANTITIES.contains(quantity)) {
                faults.add(new FieldFault("quantities", "'%s'; one of %s.".formatted(quantity, QUANTITIES)));
            }
        }
        if (request.getQuantitiesCount() == 0) {
            faults.add(new FieldFault("quantities", "none; at least one of %s.".formatted(QUANTITIES)));
        }
        if (!GROUPS.contains(request.getGroupBy())) {
            faults.add(new FieldFault("group_by", "'%s'; one of %s.".formatted(request.getGroupBy(), GROUPS)));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("This cannot be looked up.", faults);
        }
    }

    private static void check(QueryRequest request, CorticalSheet sheet) {
        for (var region : request.getRegionsList()) {
            if (!sheet.hierarchy().has(region)) {
                throw noData("region", "'" + region + "'", sheet);
            }
        }
        var species = request.getSpecies().toLowerCase(Locale.ROOT);
        if (!species.isEmpty() && !species.equals("rat")) {
            throw noData("species", species, sheet);
        }
        if (request.getQuantitiesList().contains("markers")) {
            throw noData("markers", "of the rat (the mouse has PV+, SST+, VIP+)", sheet);
        }
    }

    private static Problem noData(String what, String asked, CorticalSheet sheet) {
        var there = sheet.hierarchy().children(sheet.hierarchy().root().id()).stream()
                .map(RegionNode::acronym)
                .collect(Collectors.joining(", "));
        return new Problem(
                Kind.NOT_FOUND,
                "NO_DATA_HERE",
                "There are no data of %s %s here.".formatted(what, asked),
                "What is there: %s (%s), with the subregions %s."
                        .formatted(
                                sheet.hierarchy().root().acronym(),
                                sheet.recipe().species(),
                                there),
                Map.of(what, asked, "there", there));
    }
}
