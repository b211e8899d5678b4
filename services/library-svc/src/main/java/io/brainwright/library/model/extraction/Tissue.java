package io.brainwright.library.model.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of whom and under which conditions a value was measured; empty text and null where the passage does not say.
 *
 * @param species {@code rat}
 * @param strain {@code Wistar}
 * @param age {@code P14-P16}, {@code adult}
 * @param region {@code S1}
 * @param layer {@code 2/3}, {@code stratum pyramidale}
 * @param cellType {@code L5 thick-tufted pyramidal}
 * @param pre cells on the giving side of a connection
 * @param post cells on the receiving side
 * @param compartment {@code basal dendrite}
 * @param receptor {@code NMDA}
 * @param marker {@code PV}
 * @param condition {@code control}
 * @param of the whole that a share is a share of
 * @param temperature_degC one number or the ends of a range, empty where nobody says
 * @param distance_um between the cells of a pair, null where nobody says
 * @param maxDistance_um no cells farther apart were counted, null where nobody says
 */
public record Tissue(
        String species,
        String strain,
        String age,
        String region,
        String layer,
        String cellType,
        String pre,
        String post,
        String compartment,
        String receptor,
        String marker,
        String condition,
        String of,
        List<Double> temperature_degC,
        @Nullable Double distance_um,
        @Nullable Double maxDistance_um) {
    public Tissue {
        temperature_degC = List.copyOf(temperature_degC);
    }
}
