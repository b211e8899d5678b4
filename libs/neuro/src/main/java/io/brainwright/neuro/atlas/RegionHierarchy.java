package io.brainwright.neuro.atlas;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tree of regions; parents stand before their children. */
public final class RegionHierarchy {
    private final Map<String, RegionNode> byAcronym = new LinkedHashMap<>();
    private final Map<Integer, RegionNode> byId = new LinkedHashMap<>();

    /**
     * @param nodes parents before children, ids and acronyms unique
     */
    public RegionHierarchy(List<RegionNode> nodes) {
        for (var node : nodes) {
            boolean rooted = node.parentId() == 0 ? byId.isEmpty() : byId.containsKey(node.parentId());
            assert rooted : "no parent before " + node;
            var twin = byId.put(node.id(), node);
            var namesake = byAcronym.put(node.acronym(), node);
            assert twin == null && namesake == null : "twice: " + node;
        }
    }

    /** All nodes, parents before children. */
    public List<RegionNode> nodes() {
        return List.copyOf(byId.values());
    }

    /** The root. */
    public RegionNode root() {
        return byId.values().iterator().next();
    }

    /**
     * The node of an acronym.
     *
     * @throws Problem NOT_FOUND with the nearest acronyms
     */
    public RegionNode node(String acronym) {
        var found = byAcronym.get(acronym);
        if (found == null) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "REGION_NOT_FOUND",
                    "The atlas has no region '%s'.".formatted(acronym),
                    suggestion(acronym),
                    Map.of("region", acronym));
        }
        return found;
    }

    /** Whether there is a node of that acronym. */
    public boolean has(String acronym) {
        return byAcronym.containsKey(acronym);
    }

    /** What a mistyped acronym may have meant. */
    public String suggestion(String acronym) {
        boolean layered = acronym.indexOf(';') >= 0;
        var names = byAcronym.keySet().stream()
                .filter(a -> layered == (a.indexOf(';') >= 0))
                .toList();
        return NearestNames.sentence(acronym, names);
    }

    /** The children of a node, in order. */
    public List<RegionNode> children(int id) {
        return byId.values().stream().filter(n -> n.parentId() == id).toList();
    }

    /**
     * The lowest node that holds all of some regions.
     *
     * @param acronyms one or more
     * @throws Problem NOT_FOUND with the nearest acronyms
     */
    public RegionNode holding(List<String> acronyms) {
        var common = new ArrayList<>(upwards(node(acronyms.getFirst())));
        acronyms.forEach(a -> common.retainAll(upwards(node(a))));
        return common.getFirst();
    }

    /** A node and those that hold it, up to the root. */
    private List<RegionNode> upwards(RegionNode from) {
        var path = new ArrayList<RegionNode>();
        for (var node = byId.get(from.id()); node != null; node = byId.get(node.parentId())) {
            path.add(node);
        }
        return path;
    }

    /** The tree as JSON, in the shape of the Allen hierarchies: id, acronym, name, parent_structure_id, children. */
    public String json() {
        return json(root());
    }

    private String json(RegionNode node) {
        var children = children(node.id()).stream().map(this::json).toList();
        var parent = node.parentId() == 0 ? "null" : String.valueOf(node.parentId());
        return "{\"id\":%d,\"acronym\":\"%s\",\"name\":\"%s\",\"parent_structure_id\":%s,\"children\":[%s]}"
                .formatted(node.id(), node.acronym(), node.name(), parent, String.join(",", children));
    }
}
