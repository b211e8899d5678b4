package io.brainwright.neuro.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the regions of a lexicon lie within each other. */
public final class Regions {
    private final Map<String, String> parents = new LinkedHashMap<>();

    private Regions(Lexicon lexicon) {
        for (var region : lexicon.all(EntryKind.REGION)) {
            region.fact("parent").ifPresent(parent -> parents.put(region.id(), parent));
        }
    }

    public static Regions of(Lexicon lexicon) {
        return new Regions(lexicon);
    }

    /** The regions directly within one, in the order of the lexicon. */
    public List<String> children(String id) {
        return parents.entrySet().stream()
                .filter(e -> e.getValue().equals(id))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All regions within one, itself not counted. */
    public List<String> descendants(String id) {
        var all = new ArrayList<String>();
        for (var child : children(id)) {
            all.add(child);
            all.addAll(descendants(child));
        }
        return all;
    }

    /** The regions around one, the nearest first. */
    public List<String> ancestors(String id) {
        var all = new ArrayList<String>();
        for (var parent = parents.get(id); parent != null && !all.contains(parent); parent = parents.get(parent)) {
            all.add(parent);
        }
        return all;
    }

    /** Whether one region is the other or lies within it. */
    public boolean isWithin(String id, String other) {
        return id.equals(other) || ancestors(id).contains(other);
    }
}
