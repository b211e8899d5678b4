package io.brainwright.neuro.atlas;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Regions of an atlas file: ids are unique, acronyms may repeat; parents stand before their children. */
public final class RegionTree {
    private static final int DEPTH = 200; // chosen: the Allen tree has 11 levels

    private final Path file;
    private final List<Region> regions = new ArrayList<>();
    private final Map<Long, Region> byId = new HashMap<>();

    /**
     * A region.
     *
     * @param id the atlas's id
     * @param acronym e.g. {@code SSp-bfd6a}
     * @param name its name in words
     * @param parent id of its parent; null for a root
     */
    public record Region(
            long id, String acronym, String name, @Nullable Long parent) {}

    private RegionTree(Path file) {
        this.file = file;
    }

    /** Reads a hierarchy: one node, or the Allen message with its nodes in {@code msg}. */
    public static RegionTree read(Path file) {
        var tree = new RegionTree(file);
        try {
            var json = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
            var roots = json.path("msg").isArray() ? json.path("msg") : json;
            if (roots.isArray()) {
                roots.forEach(root -> tree.add(root, null, 0));
            } else {
                tree.add(roots, null, 0);
            }
        } catch (JacksonException broken) {
            throw tree.fault("no JSON: " + broken.getOriginalMessage(), "a tree of id, acronym, name, children");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return tree;
    }

    private void add(JsonNode node, @Nullable Long parent, int depth) {
        if (!node.path("id").isNumber() || !node.path("acronym").isString()) {
            throw fault("a node without id or acronym under " + parent, "a number 'id' and a text 'acronym'");
        }
        if (depth > DEPTH) {
            throw fault("more than %d levels".formatted(DEPTH), "a shallower tree");
        }
        var region = new Region(
                node.path("id").asLong(),
                node.path("acronym").asString(),
                node.path("name").asString(""),
                parent);
        var twin = byId.put(region.id(), region);
        if (twin != null) {
            throw fault(
                    "id %d twice: %s and %s".formatted(region.id(), twin.acronym(), region.acronym()),
                    "ids that are unique");
        }
        regions.add(region);
        node.path("children").forEach(child -> add(child, region.id(), depth + 1));
    }

    /** All regions, parents before children. */
    public List<Region> regions() {
        return List.copyOf(regions);
    }

    public @Nullable Region byId(long id) {
        return byId.get(id);
    }

    /**
     * Ids of the regions that a query names, with all their descendants.
     *
     * @param query an id, an acronym, a name, or {@code @} and a pattern that an acronym must match
     * @throws Problem NOT_FOUND with the nearest acronyms
     */
    public long[] query(String query) {
        var found = new TreeSet<Long>();
        var matches = predicate(query);
        for (var region : regions) {
            var parent = region.parent();
            if (matches.test(region) || (parent != null && found.contains(parent))) {
                found.add(region.id());
            }
        }
        if (found.isEmpty()) {
            var names = regions.stream().map(Region::acronym).distinct().toList();
            throw new Problem(
                    Kind.NOT_FOUND,
                    "REGION_NOT_FOUND",
                    "The hierarchy has no region '%s'.".formatted(query),
                    NearestNames.sentence(query, names),
                    Map.of("region", query));
        }
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    private Predicate<Region> predicate(String query) {
        if (query.startsWith("@")) {
            try {
                var pattern = Pattern.compile(query.substring(1)).asPredicate();
                return r -> pattern.test(r.acronym());
            } catch (PatternSyntaxException broken) {
                throw fault("the pattern '%s': %s".formatted(query, broken.getDescription()), "a regular expression");
            }
        }
        boolean acronym = regions.stream().anyMatch(r -> r.acronym().equals(query));
        return r -> acronym
                ? r.acronym().equals(query)
                : r.name().equalsIgnoreCase(query) || String.valueOf(r.id()).equals(query);
    }

    /** Ids of the volume that the tree lacks. */
    public long[] missing(long[] idsInVolume) {
        return Arrays.stream(idsInVolume)
                .filter(id -> id != 0 && !byId.containsKey(id))
                .toArray();
    }

    private Problem fault(String found, String allowed) {
        return new Problem(
                Kind.INVALID,
                "HIERARCHY_UNREADABLE",
                "%s: found %s.".formatted(file.getFileName(), found),
                "Allowed: %s.".formatted(allowed),
                Map.of("file", file.toString(), "found", found));
    }
}
