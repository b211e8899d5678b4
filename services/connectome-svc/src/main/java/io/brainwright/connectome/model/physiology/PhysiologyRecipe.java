package io.brainwright.connectome.model.physiology;

import io.brainwright.connectome.model.tissue.CellSelector;
import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The classes of synapses; the last one that matches a pathway wins. */
public final class PhysiologyRecipe {
    private static final double SLOWEST_UM_PER_MS = 10;

    private final RecipeFile recipe;
    private final List<SynapseClassRule> rules = new ArrayList<>();
    private final double synaptic_ms;
    private final double velocity_um_per_ms;

    public PhysiologyRecipe(RecipeFile recipe) {
        this.recipe = recipe;
        var list = recipe.tree().path("physiology").path("rules");
        for (int i = 0; i < list.size(); i++) {
            rules.add(rule(
                    i,
                    list.get(i).path("name").asString(),
                    CellSelector.read(list.get(i).path("pre")),
                    CellSelector.read(list.get(i).path("post"))));
        }
        synaptic_ms = recipe.number("physiology.delay.synaptic_ms");
        velocity_um_per_ms = recipe.number("physiology.delay.velocity_um_per_ms");
        if (velocity_um_per_ms < SLOWEST_UM_PER_MS) {
            throw new Problem(
                    Kind.INVALID,
                    "AXON_VELOCITY_TOO_LOW",
                    "Recipe '%s' lets axons conduct at %s um/ms.".formatted(recipe.name(), velocity_um_per_ms),
                    "Cortical axons conduct at some 300 um/ms; 0.003 is a known slip of units.",
                    Map.of("recipe", recipe.name(), "velocity_um_per_ms", String.valueOf(velocity_um_per_ms)));
        }
    }

    /** Draws the physiology of one connection. */
    public Physiology draw(CellType pre, CellType post, long seed, long connection) {
        return draw(pre, post, Draws.of(seed, "connectome.physiology", connection));
    }

    /** Draws the physiology of a connection of another kind, whose draws are keyed elsewhere. */
    public Physiology draw(CellType pre, CellType post, Draws draws) {
        return rule(pre, post).draw(draws);
    }

    /**
     * Time from the spike at the axon's soma to the effect at the synapse: {@code 0.1 ms + path / (300 um/ms)}.
     *
     * @param axonPath_um path length along the axon
     */
    public double delay_ms(double axonPath_um) {
        return synaptic_ms + axonPath_um / velocity_um_per_ms;
    }

    /** Name of the class of a pathway. */
    public String className(CellType pre, CellType post) {
        return rule(pre, post).name();
    }

    private SynapseClassRule rule(CellType pre, CellType post) {
        for (var rule : rules.reversed()) {
            if (rule.pre().matches(pre) && rule.post().matches(post)) {
                return rule;
            }
        }
        throw new Problem(
                Kind.INVALID,
                "SYNAPSE_CLASS_MISSING",
                "Recipe '%s' has no synapse class from '%s' to '%s'."
                        .formatted(recipe.name(), pre.mtype(), post.mtype()),
                "Add a rule under physiology.rules; EXC and INH catch all.",
                Map.of("recipe", recipe.name(), "pre", pre.mtype(), "post", post.mtype()));
    }

    private SynapseClassRule rule(int index, String name, CellSelector pre, CellSelector post) {
        return new SynapseClassRule(
                name,
                index,
                pre,
                post,
                spread(index, "conductance_nS"),
                spread(index, "u_syn"),
                spread(index, "depression_ms"),
                spread(index, "facilitation_ms"),
                spread(index, "decay_ms"),
                spread(index, "n_rrp").mean(),
                spread(index, "nmda_ampa_ratio").mean(),
                spread(index, "u_hill_mM").mean(),
                (int) spread(index, "syn_type_id").mean());
    }

    private Spread spread(int index, String quantity) {
        return Spread.of(recipe.value("physiology.rules." + index + "." + quantity));
    }
}
