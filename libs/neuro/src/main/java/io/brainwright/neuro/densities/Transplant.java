package io.brainwright.neuro.densities;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A region without measurements of its own takes the composition of another: shares within each class stay those of the donor, totals and
 * thicknesses are its own where they are known.
 *
 * <pre>{@code
 *   ρ'(l, t) = ρ(l, t) s(l, g)            t of class g in layer l
 *   s(l, g)  = R(l, g) / Σ_t ρ(l, t)      R the recipient's own density of the class
 *            = Σ_k R(l, k) / Σ_k ρ(l, k)  else, k the types of the class that were measured in the recipient
 *            = 1                          else: the donor's densities as they are
 *   N'       = Σ_l T'(l) Σ_t ρ'(l, t)     under a unit of surface, T' the recipient's own thicknesses
 * }</pre>
 *
 * A type that was measured in the recipient keeps its own density. Every value that came from the donor says so: "donor to recipient".
 *
 * @param donor region that lends
 * @param recipient region that takes
 * @param strata what the recipient then holds
 * @param own names "layer type" of what was measured in the recipient itself
 * @see <a href="https://doi.org/10.1371/journal.pcbi.1010739">Rodarie et al. 2022</a>
 */
public record Transplant(String donor, String recipient, List<Stratum> strata, List<String> own) {
    private static final double UM_PER_MM = 1000;

    public Transplant {
        strata = List.copyOf(strata);
        own = List.copyOf(own);
    }

    /**
     * Transplants.
     *
     * @param donor its name
     * @param lent its layers
     * @throws Problem NOT_FOUND naming the layers that the donor lacks; INVALID where donor and recipient are one, or a number cannot be
     */
    public static Transplant of(String donor, List<Stratum> lent, Recipient recipient) {
        if (donor.equals(recipient.region())) {
            throw Problem.invalid(
                    "Nothing can be transplanted.",
                    List.of(new FieldFault("donor", "%s cannot be a donor to itself.".formatted(donor))));
        }
        var lacking = recipient.layers().keySet().stream()
                .filter(name -> lent.stream().noneMatch(s -> s.name().equals(name)))
                .toList();
        if (!lacking.isEmpty()) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "DONOR_LACKS_LAYERS",
                    "%s has no layer %s to lend to %s."
                            .formatted(donor, String.join(", ", lacking), recipient.region()),
                    "Take a donor that has them; %s has %s."
                            .formatted(
                                    donor,
                                    lent.isEmpty()
                                            ? "none"
                                            : String.join(
                                                    ", ",
                                                    lent.stream()
                                                            .map(Stratum::name)
                                                            .toList())),
                    Map.of("donor", donor, "recipient", recipient.region(), "layers", String.join(", ", lacking)));
        }
        var strata = new ArrayList<Stratum>();
        var own = new ArrayList<String>();
        recipient.layers().forEach((name, known) -> {
            var from =
                    lent.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
            var types = new ArrayList<Stratum.Type>();
            for (var type : from.densities()) {
                var measured = known.types_per_mm3().get(type.name());
                if (measured != null) {
                    own.add((name + " " + type.name()).strip());
                }
                types.add(new Stratum.Type(
                        type.name(),
                        type.group(),
                        measured == null ? type.density_per_mm3() * scale(from, type.group(), known) : measured));
            }
            strata.add(new Stratum(name, known.thickness_um(), types));
        });
        return new Transplant(donor, recipient.region(), strata, own);
    }

    private static double scale(Stratum from, String group, Recipient.Known known) {
        var total = known.groups_per_mm3().get(group);
        if (total != null) {
            return ratio(total, from.groups().getOrDefault(group, 0.0));
        }
        double here = 0;
        double there = 0;
        for (var type : from.densities()) {
            var measured = type.group().equals(group) ? known.types_per_mm3().get(type.name()) : null;
            if (measured != null) {
                here += measured;
                there += type.density_per_mm3();
            }
        }
        return ratio(here, there);
    }

    /** A donor without any cell of a class has no proportions to lend. */
    private static double ratio(double here, double there) {
        return there > 0 ? here / there : 1;
    }

    /** "S1HL to S1Tr", the tag of every value that came so. */
    public String tag() {
        return donor + " to " + recipient;
    }

    /** Tags of one value: none where it was measured in the recipient. */
    public List<String> generalised(String layer, String type) {
        return own.contains((layer + " " + type).strip()) ? List.of() : List.of(tag());
    }

    /** Cells under one mm2 of the surface. */
    public double cells_per_mm2() {
        return strata.stream()
                .mapToDouble(s -> s.total_per_mm3() * s.thickness_um() / UM_PER_MM)
                .sum();
    }
}
