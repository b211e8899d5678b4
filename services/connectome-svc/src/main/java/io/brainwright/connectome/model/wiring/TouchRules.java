package io.brainwright.connectome.model.wiring;

import io.brainwright.connectome.model.apposition.BoutonSpacing;
import io.brainwright.connectome.model.specificity.Specificity;
import io.brainwright.connectome.model.tissue.CellSelector;
import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.connectome.model.tissue.Neurites;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which appositions count at all: how far an axon reaches, how near to its own soma, onto which part of the target. */
public final class TouchRules {
    private final RecipeFile recipe;
    private final double exc_um;
    private final double inh_um;
    private final CellSelector shortReach;
    private final List<Allowed> allowed = new ArrayList<>();
    private final Specificity specificity;
    private final Map<CellType, Boolean> seeking = new ConcurrentHashMap<>(); // asked for every pair of axon and target

    private record Allowed(CellSelector pre, CellSelector post, Set<CellPart> parts) {}

    /**
     * @param recipe where the rules stand
     * @param exc_um reach of excitatory axons
     * @param inh_um reach of inhibitory axons
     */
    public TouchRules(RecipeFile recipe, double exc_um, double inh_um) {
        this(recipe, exc_um, inh_um, Specificity.NONE);
    }

    /** The same rules with axons that choose. */
    public TouchRules with(Specificity chosen) {
        return new TouchRules(recipe, exc_um, inh_um, chosen);
    }

    private TouchRules(RecipeFile recipe, double exc_um, double inh_um, Specificity specificity) {
        this.specificity = specificity;
        this.recipe = recipe;
        this.exc_um = exc_um;
        this.inh_um = inh_um;
        shortReach = CellSelector.read(recipe.tree().path("touch").path("short_reach_post"));
        recipe.tree().path("targets").forEach(rule -> {
            var parts = EnumSet.noneOf(CellPart.class);
            rule.path("parts")
                    .forEach(p -> parts.add(CellPart.valueOf(p.asString().toUpperCase(Locale.ROOT))));
            allowed.add(new Allowed(CellSelector.read(rule.path("pre")), CellSelector.read(rule.path("post")), parts));
        });
    }

    /** Largest surface gap of an apposition: the axon's reach, or less where the target's spines are short. */
    double reach_um(CellType pre, CellType post) {
        double axon_um = widest_um(pre);
        boolean shorter = shortReach.matches(post) && !seeksInitialSegments(pre);
        return shorter ? Math.min(axon_um, recipe.number("touch.short_reach_um")) : axon_um;
    }

    double widest_um(CellType pre) {
        return seeksInitialSegments(pre)
                ? recipe.number("touch.initial_segment_reach_um")
                : pre.inhibitory() ? inh_um : exc_um;
    }

    /** Whether an axon's cartridges go to initial segments, and to nothing else. */
    boolean seeksInitialSegments(CellType pre) {
        return seeking.computeIfAbsent(
                pre,
                _ -> allowed.stream()
                        .anyMatch(rule -> rule.parts().contains(CellPart.INITIAL_SEGMENT)
                                && rule.pre().matches(pre)));
    }

    /** Adds of a target what an axon may come near to: its initial segment, or its soma and dendrites. */
    void addTargets(boolean initialSegments, PlacedCell target, int index, Segments to) {
        if (initialSegments) {
            Neurites.addInitialSegment(target, index, recipe.number("touch.ais_length_um"), to);
        } else {
            Neurites.addTargets(target, index, to);
        }
    }

    /** No bouton lies nearer to its own soma along the axon. */
    double leastPath_um(CellType post) {
        return recipe.number(post.inhibitory() ? "touch.soma_distance_inh_um" : "touch.soma_distance_exc_um");
    }

    /** Parts that an axon may contact; the last rule that matches wins. */
    Set<CellPart> parts(CellType pre, CellType post) {
        for (var rule : allowed.reversed()) {
            if (rule.pre().matches(pre) && rule.post().matches(post)) {
                return rule.parts();
            }
        }
        return Set.of();
    }

    /** What axons choose beyond these rules. */
    Specificity specificity() {
        return specificity;
    }

    BoutonSpacing spacing() {
        return new BoutonSpacing(
                recipe.number("touch.region_gap_um"),
                recipe.number("touch.spacing_min_um"),
                recipe.number("touch.spacing_max_um"));
    }
}
