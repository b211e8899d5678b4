package io.brainwright.agents.language;

import io.brainwright.agents.plan.NumberFidelity.Said;
import io.brainwright.neuro.problem.FieldFault;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a request. Null and empty mean: not said.
 *
 * @param words the words
 * @param tissue which tissue is asked for
 * @param stimulus how it is driven, null where it is not
 * @param conditions how it is simulated
 * @param wants outputs by name: run, raster, image, sonata
 * @param faults what cannot be as said, each with what would be right
 * @param unknown words that were not understood
 * @param goalUnknown those of them that stand where they decide what is built or done
 * @param said all numbers of the words
 * @param hits content words that were understood
 */
public record Reading(
        String words,
        Tissue tissue,
        @Nullable Stimulus stimulus,
        Conditions conditions,
        Set<String> wants,
        List<FieldFault> faults,
        List<String> unknown,
        List<String> goalUnknown,
        List<Said> said,
        int hits) {
    public Reading {
        wants = Set.copyOf(wants);
        faults = List.copyOf(faults);
        unknown = List.copyOf(unknown);
        goalUnknown = List.copyOf(goalUnknown);
        said = List.copyOf(said);
    }

    /**
     * Which tissue.
     *
     * @param region acronym
     * @param rat whether the species was said
     * @param column whether a column was said, or a width
     * @param whole whether the whole region was said
     * @param width_um diameter of the column
     * @param radius_um its radius, where that was said
     * @param layers layers to build
     * @param count number of cells
     * @param density_scale factor on the published density
     * @param excitatory_fraction share of excitatory cells
     * @param m_types m-types to place
     * @param seed seed of all draws
     */
    public record Tissue(
            @Nullable String region,
            boolean rat,
            boolean column,
            boolean whole,
            @Nullable Double width_um,
            @Nullable Double radius_um,
            List<Integer> layers,
            @Nullable Double count,
            @Nullable Double density_scale,
            @Nullable Double excitatory_fraction,
            List<String> m_types,
            @Nullable Double seed) {
        public Tissue {
            layers = List.copyOf(layers);
            m_types = List.copyOf(m_types);
        }
    }

    /**
     * How cells are driven.
     *
     * @param layers layers that are driven; empty: all
     * @param population excitatory or inhibitory, null for both
     * @param m_types m-types that are driven
     * @param e_types e-types that are driven
     * @param count how many cells
     * @param time_ms onset
     * @param end_ms end, where that was said in place of a duration
     * @param duration_ms duration
     * @param amplitude_nA current at the soma
     */
    public record Stimulus(
            List<Integer> layers,
            @Nullable String population,
            List<String> m_types,
            List<String> e_types,
            @Nullable Double count,
            @Nullable Double time_ms,
            @Nullable Double end_ms,
            @Nullable Double duration_ms,
            @Nullable Double amplitude_nA) {
        public Stimulus {
            layers = List.copyOf(layers);
            m_types = List.copyOf(m_types);
            e_types = List.copyOf(e_types);
        }
    }

    /**
     * How it is simulated.
     *
     * @param duration_ms biological time
     * @param temperature_degC temperature
     * @param ca_mM extracellular calcium
     * @param mg_mM extracellular magnesium
     * @param dt_ms time step
     * @param blocks what drugs block
     */
    public record Conditions(
            @Nullable Double duration_ms,
            @Nullable Double temperature_degC,
            @Nullable Double ca_mM,
            @Nullable Double mg_mM,
            @Nullable Double dt_ms,
            List<String> blocks) {
        public Conditions {
            blocks = List.copyOf(blocks);
        }
    }
}
