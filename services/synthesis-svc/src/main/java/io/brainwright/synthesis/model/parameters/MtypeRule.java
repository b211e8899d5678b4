package io.brainwright.synthesis.model.parameters;

import java.util.List;

/**
 * From what an m-type grows.
 *
 * @param mtype the m-type
 * @param grown_from the parameter set
 * @param apical {@code L1}: the tuft ends in layer 1; {@code relative}: scaled with depth; {@code none}: left away
 * @param generalised tags; empty where the set was fitted on this m-type
 */
public record MtypeRule(String mtype, String grown_from, String apical, List<String> generalised) {
    public MtypeRule {
        generalised = List.copyOf(generalised);
    }
}
