package io.brainwright.neuro.densities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.CorticalRecipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransplantTest {
    private static final Stratum L4 = new Stratum(
            "4",
            200,
            List.of(
                    new Stratum.Type("TPC", "EXC", 60_000),
                    new Stratum.Type("SSC", "EXC", 20_000),
                    new Stratum.Type("LBC", "INH", 6_000),
                    new Stratum.Type("MC", "INH", 2_000)));
    private static final Stratum L5 = new Stratum("5", 500, List.of(new Stratum.Type("TPC", "EXC", 50_000)));

    private static Recipient recipient(Map<String, Recipient.Known> layers) {
        return new Recipient("B", layers);
    }

    private static Recipient.Known known(double thickness_um, Map<String, Double> groups, Map<String, Double> types) {
        return new Recipient.Known(thickness_um, groups, types);
    }

    private static double density(Transplant t, int layer, String type) {
        return t.strata().get(layer).densities().stream()
                .filter(d -> d.name().equals(type))
                .findFirst()
                .orElseThrow()
                .density_per_mm3();
    }

    @Test
    void whereNothingIsKnownOfTheRecipientTheDensitiesAreTheDonorsAndTotalsFollowItsThickness() {
        var t = Transplant.of("A", List.of(L4), recipient(Map.of("4", known(300, Map.of(), Map.of()))));
        assertThat(t.strata().getFirst().densities()).isEqualTo(L4.densities());
        assertThat(t.cells_per_mm2()).isCloseTo(88_000 * 0.3, within(1e-9));
        assertThat(t.tag()).isEqualTo("A to B");
        assertThat(t.generalised("4", "TPC")).containsExactly("A to B");
    }

    @Test
    void theRecipientsOwnExcitatoryAndInhibitoryDensitiesHoldAndSharesWithinThemAreKept() {
        var t = Transplant.of(
                "A",
                List.of(L4),
                recipient(Map.of("4", known(200, Map.of("EXC", 40_000.0, "INH", 12_000.0), Map.of()))));
        assertThat(t.strata().getFirst().groups().get("EXC")).isCloseTo(40_000, within(1e-9));
        assertThat(t.strata().getFirst().groups().get("INH")).isCloseTo(12_000, within(1e-9));
        assertThat(density(t, 0, "TPC") / density(t, 0, "SSC")).isCloseTo(3, within(1e-12));
        assertThat(density(t, 0, "LBC") / density(t, 0, "MC")).isCloseTo(3, within(1e-12));
    }

    @Test
    void aTypeThatWasMeasuredHereStaysAndScalesTheOthersOfItsClass() {
        var t = Transplant.of("A", List.of(L4), recipient(Map.of("4", known(200, Map.of(), Map.of("LBC", 3_000.0)))));
        assertThat(density(t, 0, "LBC")).isEqualTo(3_000);
        assertThat(density(t, 0, "MC")).isCloseTo(1_000, within(1e-9));
        assertThat(density(t, 0, "TPC")).isEqualTo(60_000);
        assertThat(t.generalised("4", "LBC")).isEmpty();
        assertThat(t.generalised("4", "MC")).containsExactly("A to B");
    }

    @Test
    void columnsAddLayerByLayer() {
        var layers = new LinkedHashMap<String, Recipient.Known>();
        layers.put("4", known(100, Map.of(), Map.of()));
        layers.put("5", known(600, Map.of("EXC", 25_000.0), Map.of()));
        var t = Transplant.of("A", List.of(L4, L5), recipient(layers));
        assertThat(t.cells_per_mm2()).isCloseTo(88_000 * 0.1 + 25_000 * 0.6, within(1e-9));
    }

    @Test
    void aDonorWithoutTheLayersAskedForIsToldWithTheirNames() {
        var layers = new LinkedHashMap<String, Recipient.Known>();
        layers.put("2/3", known(100, Map.of(), Map.of()));
        layers.put("6", known(100, Map.of(), Map.of()));
        var problem = catchThrowableOfType(Problem.class, () -> Transplant.of("A", List.of(L4, L5), recipient(layers)));
        assertThat(problem.reason()).isEqualTo("DONOR_LACKS_LAYERS");
        assertThat(problem.sentence()).contains("2/3, 6").contains("A");
        assertThat(problem.facts()).containsEntry("layers", "2/3, 6");
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(catchThrowableOfType(
                                    Problem.class,
                                    () -> new Stratum("4", 100, List.of(new Stratum.Type("TPC", "EXC", wrong))))
                            .sentence())
                    .contains("cannot be");
        }
        var layers = Map.of("4", known(0, Map.of(), Map.of()));
        assertThat(catchThrowableOfType(Problem.class, () -> Transplant.of("A", List.of(L4), recipient(layers)))
                        .faults())
                .singleElement()
                .asString()
                .contains("without volume");
        var negative = Map.of("4", known(100, Map.of("EXC", -5.0), Map.of()));
        assertThat(catchThrowableOfType(Problem.class, () -> Transplant.of("A", List.of(L4), recipient(negative))))
                .isNotNull();
        assertThat(catchThrowableOfType(Problem.class, () -> Transplant.of("B", List.of(L4), recipient(Map.of()))))
                .isNotNull();
    }

    @Test
    void theRatsSheetLentToItselfIsTheSheet() {
        var recipe = CorticalRecipe.open("rat-nbs1");
        var strata = RecipeStrata.of(recipe);
        var layers = new LinkedHashMap<String, Recipient.Known>();
        strata.forEach(s -> layers.put(s.name(), known(s.thickness_um(), Map.of(), Map.of())));
        var t = Transplant.of("S1HL", strata, new Recipient("S1Tr", layers));
        assertThat(t.strata()).isEqualTo(strata);
        assertThat(t.cells_per_mm2()).isCloseTo(recipe.file().number("sheet.neurons_per_mm2"), within(1.0));
    }
}
