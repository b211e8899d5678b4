package io.brainwright.neuro.densities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.densities.MouseDensity.Tier;
import io.brainwright.neuro.problem.Problem;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MouseDensitiesTest {
    private static final MouseTable TABLE = MouseTable.shipped();

    private static MouseTable.Region region(String acronym) {
        return TABLE.find(acronym).getFirst();
    }

    private static MouseDensity density(String region, String type, String donor) {
        return MouseDensities.shipped().of(region(region), donor).stream()
                .filter(d -> d.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyValueInPrintIsThereWithItsSpreadAndTitle() {
        assertThat(TABLE.regions()).hasSize(698);
        assertThat(TABLE.regions().stream()
                        .flatMap(r -> MouseTable.TYPES.stream().flatMap(t -> TABLE.reported(r.acronym(), t).stream())))
                .hasSize(2521);
        assertThat(TABLE.reported("VISp4", "PV+"))
                .extracting(MouseTable.Reported::density_per_mm3)
                .containsExactly(6583.5, 16220.0);
        assertThat(TABLE.reported("VISp4", "PV+").getFirst().source()).startsWith("Brain-wide Maps");
    }

    @Test
    void regionsAreFoundByAcronymNameAndPattern() {
        assertThat(TABLE.find("Primary visual area|CA1"))
                .extracting(MouseTable.Region::acronym)
                .containsExactly("VISp", "CA1");
        assertThat(TABLE.find("@^VISp[1-6]"))
                .allSatisfy(r -> assertThat(r.parent()).isEqualTo("VISp"));
        assertThat(catchThrowableOfType(Problem.class, () -> TABLE.find("VISpp"))
                        .remedy())
                .contains("VISp");
        assertThat(catchThrowableOfType(Problem.class, () -> TABLE.find("@(")).sentence())
                .contains("pattern");
    }

    @Test
    void aCountedClassIsMeasuredAndTheProgrammeKeepsClassesWithinTheirTotal() {
        var pv = density("VISp4", "PV+", "");
        assertThat(pv.tier()).isEqualTo(Tier.MEASURED);
        assertThat(pv.generalised()).isEmpty();
        assertThat(pv.transplanted_per_mm3()).isNull();
        var likely = Objects.requireNonNull(pv.likely());
        assertThat(likely.low()).isLessThan(likely.value()).isLessThan(likely.high());
        double classes = 0;
        for (var type : MouseTable.TYPES.subList(0, 3)) {
            classes += Objects.requireNonNull(density("VISp4", type, "").programme_per_mm3());
        }
        assertThat(Objects.requireNonNull(
                        density("VISp4", MouseTable.INHIBITORY, "").programme_per_mm3()))
                .isGreaterThanOrEqualTo(classes - 1e-3);
    }

    @Test
    void whatNobodyCountedIsLentByTheRelativeThatIsNamedAndSaysSo() {
        assertThat(TABLE.reported("AUDp4", MouseTable.INHIBITORY)).isEmpty();
        var lent = density("AUDp4", MouseTable.INHIBITORY, "VISp");
        assertThat(lent.tier()).isEqualTo(Tier.TRANSPLANTED);
        assertThat(lent.generalised()).containsExactly("VISp4 to AUDp4");
        double donor = likely("VISp4", MouseTable.INHIBITORY)
                - likely("VISp4", "PV+")
                - likely("VISp4", "SST+")
                - likely("VISp4", "VIP+");
        double here = likely("AUDp4", "PV+") + likely("AUDp4", "SST+") + likely("AUDp4", "VIP+");
        double there = likely("VISp4", "PV+") + likely("VISp4", "SST+") + likely("VISp4", "VIP+");
        assertThat(Objects.requireNonNull(lent.transplanted_per_mm3()))
                .isCloseTo(here + donor * here / there, within(1e-6 * here));
    }

    private static double likely(String region, String type) {
        return Objects.requireNonNull(density(region, type, "").likely()).value();
    }

    @Test
    void withoutANameTheNearestRelativeOfTheSameLayerLends() {
        var nearest = TABLE.nearestCounted("AUDp4", MouseTable.INHIBITORY).orElseThrow();
        assertThat(nearest.layer()).isEqualTo("4");
        assertThat(TABLE.reported(nearest.acronym(), MouseTable.INHIBITORY)).isNotEmpty();
        assertThat(TABLE.nearestCounted("CB", MouseTable.INHIBITORY)
                        .orElseThrow()
                        .acronym())
                .satisfies(a -> assertThat(TABLE.within(a, "CB")).isFalse());
    }

    @Test
    void aDonorWithoutTheLayerIsTold() {
        var problem = catchThrowableOfType(
                Problem.class, () -> MouseDensities.shipped().of(region("AUDp4"), "CA1"));
        assertThat(problem.reason()).isEqualTo("DONOR_LACKS_LAYERS");
        assertThat(problem.sentence()).contains("CA1", "layer 4");
    }

    @Test
    void onlyTheWholeBrainAndTwoOfItsPartsWereCounted() {
        assertThat(MouseCounts.of(TABLE, region("grey")).orElseThrow().neurons())
                .isEqualTo(71_760_000);
        assertThat(MouseCounts.of(TABLE, region("CB")).orElseThrow().others()).isEqualTo(6_950_000);
        assertThat(MouseCounts.of(TABLE, region("VISp"))).isEmpty();
    }

    @Test
    void gliaOutsideCerebellumAndStriatumAreTheStriatumsAndSaySo() {
        var glia = MouseDensities.shipped().glia(region("VISp"));
        assertThat(glia).allSatisfy(g -> assertThat(g.generalised()).containsExactly("STR to VISp"));
        assertThat(MouseDensities.shipped().glia(region("CB")))
                .filteredOn(g -> g.kind().equals("astrocyte"))
                .singleElement()
                .satisfies(g -> assertThat(g.density_per_mm3()).isEqualTo(1512));
    }
}
