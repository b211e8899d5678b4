package io.brainwright.neuro.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UnitsTest {
    private static double canonical(String value, String unit) {
        return new Quantity(new BigDecimal(value), Units.find(unit).orElseThrow()).canonical();
    }

    @Test
    void conversionIsExactInDecimals() {
        assertThat(canonical("0.15", "mm")).isEqualTo(150);
        assertThat(canonical("1.15", "s")).isEqualTo(1150);
        assertThat(canonical("250", "pA")).isEqualTo(0.25);
        assertThat(canonical("85", "%")).isEqualTo(0.85);
    }

    @Test
    void letterCaseOfSymbolsCarriesMeaning() {
        assertThat(Units.find("mS").orElseThrow().dimension()).isEqualTo(Dimension.CONDUCTANCE);
        assertThat(Units.find("ms").orElseThrow().dimension()).isEqualTo(Dimension.TIME);
        assertThat(Units.find("mM").orElseThrow().dimension()).isEqualTo(Dimension.CONCENTRATION);
        assertThat(Units.find("mm").orElseThrow().dimension()).isEqualTo(Dimension.LENGTH);
        assertThat(Units.find("NA")).isEmpty();
    }

    @Test
    void bothMicroSignsAndTheNamesMeanTheSame() {
        for (var spelling :
                new String[] {"um", "\u00b5m", "\u03bcm", "micron", "Microns", "micrometre", "Mikrometer"}) {
            assertThat(canonical("150", spelling)).as(spelling).isEqualTo(150);
        }
    }

    @Test
    void twentyFiveDegreesFahrenheitFreeze() {
        assertThat(canonical("25", "°F")).isCloseTo(-3.888889, within(1e-6));
    }

    @Test
    void aParametersNameTellsItsDimension() {
        assertThat(Dimension.ofName("width_um")).isEqualTo(Dimension.LENGTH);
        assertThat(Dimension.ofName("amplitude_nA")).isEqualTo(Dimension.CURRENT);
        assertThat(Dimension.ofName("density_per_mm3")).isEqualTo(Dimension.DENSITY);
        assertThat(Dimension.ofName("count")).isEqualTo(Dimension.NUMBER);
    }
}
