package io.brainwright.sim.model.plasticity;

import io.brainwright.neuro.recipe.RecipeFile;
import java.util.Map;

/**
 * The numbers of the rule, from {@code rat-nbs1-electrical.yaml}, each with its source.
 *
 * @param basal weights of lone calcium in the thresholds of contacts on basal dendrites and the soma
 * @param apical the same on apical dendrites
 * @param exponent k: utilisation is U^k where a depressed contact is potentiated, U^(1/k) where a potentiated one is depressed
 * @param conductanceRatio AMPA conductance of the potentiated over the depressed state
 * @param dynamics parameters of the point process that are alike at all contacts, by name
 */
public record PlasticityRule(
        Weights basal, Weights apical, double exponent, double conductanceRatio, Map<String, Double> dynamics) {
    public PlasticityRule {
        dynamics = Map.copyOf(dynamics);
    }

    /** Thresholds from lone calcium: {@code theta_d = d_pre c_pre + d_post c_post}, theta_p with p. */
    public record Weights(double d_pre, double d_post, double p_pre, double p_post) {}

    /** The rule as a recipe has it. */
    public static PlasticityRule of(RecipeFile recipe) {
        return new PlasticityRule(
                weights(recipe, "basal"),
                weights(recipe, "apical"),
                number(recipe, "U_exponent"),
                number(recipe, "conductance_ratio"),
                Map.of(
                        "volume_CR",
                        number(recipe, "spine_volume_um3"),
                        "gamma_d_GB",
                        number(recipe, "gamma_d"),
                        "gamma_p_GB",
                        number(recipe, "gamma_p"),
                        "rho_star_GB",
                        number(recipe, "rho_star"),
                        "tau_ind_GB",
                        number(recipe, "tau_rho_s"),
                        "tau_exp_GB",
                        number(recipe, "tau_expression_s"),
                        "tau_effca_GB",
                        number(recipe, "tau_calcium_ms")));
    }

    private static Weights weights(RecipeFile recipe, String where) {
        return new Weights(
                number(recipe, "theta_d_" + where + ".pre"),
                number(recipe, "theta_d_" + where + ".post"),
                number(recipe, "theta_p_" + where + ".pre"),
                number(recipe, "theta_p_" + where + ".post"));
    }

    private static double number(RecipeFile recipe, String name) {
        return recipe.number("plasticity." + name);
    }

    /** The thresholds of a contact with this lone calcium. */
    Thresholds thresholds(PlasticContact contact, double c_pre, double c_post) {
        var w = contact.apical() ? apical : basal;
        return new Thresholds(c_pre, c_post, w.d_pre * c_pre + w.d_post * c_post, w.p_pre * c_pre + w.p_post * c_post);
    }

    /**
     * What sets a contact's change, in the unit of effective calcium (mM ms).
     *
     * @param c_pre highest effective calcium after a lone presynaptic spike
     * @param c_post highest effective calcium after a lone spike of the target; NaN where it fires no lone spike
     * @param theta_d above it the contact is depressed
     * @param theta_p above it the contact is potentiated
     */
    public record Thresholds(double c_pre, double c_post, double theta_d, double theta_p) {
        /** Whether the contact can change. */
        public boolean known() {
            return !Double.isNaN(c_post);
        }
    }
}
