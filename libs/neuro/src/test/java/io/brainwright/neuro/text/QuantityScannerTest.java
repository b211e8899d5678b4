package io.brainwright.neuro.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.text.QuantityMention.Bound;
import io.brainwright.neuro.text.QuantityMention.Form;
import io.brainwright.neuro.text.QuantityMention.Relative;
import io.brainwright.neuro.units.Dimension;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityScannerTest {
    private static List<QuantityMention> scan(String text) {
        return QuantityScanner.scan(text, Language.ENGLISH);
    }

    private static QuantityMention only(String text, Language language) {
        var found = QuantityScanner.scan(text, language);
        assertThat(found).as(text).hasSize(1);
        return found.getFirst();
    }

    @ParameterizedTest(name = "{0}: {1} is {3} {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            en | half a millimetre                | SINGLE     | 500                | um
            en | two hundred and fifty pA         | SINGLE     | 0.25               | nA
            en | one and a half seconds           | SINGLE     | 1500               | ms
            en | a quarter of a second            | SINGLE     | 250                | ms
            en | 1,000 cells                      | SINGLE     | 1000               | 1
            en | 1.5k cells                       | SINGLE     | 1500               | 1
            en | 2e4                              | SINGLE     | 20000              | 1
            en | 15 000 per mm3                   | SINGLE     | 15000              | 1/mm3
            en | 8.1 × 10^4 neurons/mm^3          | SINGLE     | 81000              | 1/mm3
            en | 12 cells per cubic millimetre    | SINGLE     | 12                 | 1/mm3
            en | 20 boutons per 100 µm            | SINGLE     | 0.2                | 1/um
            en | 0.9 µF/cm²                       | SINGLE     | 0.9                | uF/cm2
            en | 300 µm/ms                        | SINGLE     | 0.3                | m/s
            en | 100 Ω cm                         | SINGLE     | 100                | Ohm*cm
            en | 53 MΩ                            | SINGLE     | 53                 | MOhm
            en | −71.3 mV                         | SINGLE     | -71.3              | mV
            en | a 200-ms pulse                   | SINGLE     | 200                | ms
            en | 1.5–2.0 mV                       | RANGE      | 1.5 2.0            | mV
            en | between 5 and 10 Hz              | RANGE      | 5 10               | Hz
            en | 1.0 to 2.0 mM in 0.25 steps      | STEPS      | 1.0 1.25 1.5 1.75 2.0 | mM
            en | in steps of 50 µm from 50 to 200 µm | SINGLE | 50                 | um
            en | -80, -60 and 20 mV               | LIST       | -80 -60 20         | mV
            en | 11 of 97                         | PROPORTION | 11 97              | 1
            de | anderthalb Millimeter            | SINGLE     | 1500               | um
            de | dreihundertfünfzig Millisekunden | SINGLE     | 350                | ms
            de | einundzwanzig Zellen             | SINGLE     | 21                 | 1
            de | 1,5 Sekunden                     | SINGLE     | 1500               | ms
            de | 1.000 Zellen                     | SINGLE     | 1000               | 1
            de | 34 Grad Celsius                  | SINGLE     | 34                 | degC
            de | von 1,0 bis 2,0 mM in Schritten von 0,5 | STEPS | 1.0 1.5 2.0      | mM
            de | 5 Zellen pro Kubikmillimeter     | SINGLE     | 5                  | 1/mm3
            fr | deux cent cinquante millisecondes | SINGLE    | 250                | ms
            fr | quatre-vingt-dix-sept cellules   | SINGLE     | 97                 | 1
            fr | une demi-seconde                 | SINGLE     | 500                | ms
            fr | de 1,0 à 2,0 mM par pas de 0,5   | STEPS      | 1.0 1.5 2.0        | mM
            fr | 300 µm                           | SINGLE     | 300                | um
            es | mil quinientos milisegundos      | SINGLE     | 1500               | ms
            es | treinta y cinco grados           | SINGLE     | 35                 | deg
            es | medio milímetro                  | SINGLE     | 500                | um
            es | de 50 a 150 µm en pasos de 50    | STEPS      | 50 100 150         | um
            es | 1,25 mM                          | SINGLE     | 1.25               | mM
            """)
    void readsNumberAndUnitInFourLanguages(String code, String text, Form form, String values, String canonicalUnit) {
        var found =
                QuantityScanner.scan(text, Language.ofCode(code).orElseThrow()).getFirst();

        var expected = Arrays.stream(values.split(" ")).map(Double::valueOf).toList();
        assertThat(found.form()).isEqualTo(form);
        assertThat(found.values()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.values().get(i)).isCloseTo(expected.get(i), within(1e-9));
        }
        assertThat(found.dimension().canonical()).isEqualTo(canonicalUnit);
    }

    @Test
    void aStepSaidBeforeItsRangeBelongsToIt() {
        assertThat(scan("in steps of 50 µm from 50 to 200 µm").getLast().values())
                .containsExactly(50.0, 100.0, 150.0, 200.0);
    }

    @Test
    void aSpreadIsReadWithItsValue() {
        var found = scan("12.3 ± 1.4 mV (mean ± SD, n = 23)");

        assertThat(found).hasSize(2);
        assertThat(found.getFirst().form()).isEqualTo(Form.PLUS_MINUS);
        assertThat(found.getFirst().value()).isEqualTo(12.3);
        assertThat(found.getFirst().spreadCanonical()).isEqualTo(1.4);
    }

    @Test
    void aPowerBehindBracketsScalesValueAndSpread() {
        var found = only("(5.1±0.4)×10^4 per mm3", Language.ENGLISH);

        assertThat(found.value()).isEqualTo(51_000);
        assertThat(found.spreadCanonical()).isEqualTo(4_000);
        assertThat(found.raw()).isEqualTo("(5.1±0.4)×10^4 per mm3");
    }

    @Test
    void aUnitLeftOutIsCarriedOverAndSaysSo() {
        var found = scan("2.5 um for excitatory axons and 0.25 for inhibitory ones");

        assertThat(found.get(1).value()).isEqualTo(0.25);
        assertThat(found.get(1).dimension()).isEqualTo(Dimension.LENGTH);
        assertThat(found.get(1).unitCarried()).isTrue();
        assertThat(found.get(0).unitCarried()).isFalse();
    }

    @Test
    void numbersThatCountOrNameSomethingTakeNoUnitFromTheirNeighbour() {
        for (var text : List.of(
                "run 500 ms and 5 cells", "2 mm and seed 7", "0.72 nS and NMDA/AMPA ratio 0.8", "3 mV (n = 12)")) {
            assertThat(scan(text).getLast().isBare()).as(text).isTrue();
        }
    }

    @Test
    void fahrenheitStaysKnownAsSuch() {
        var found = only("25 °F", Language.ENGLISH);

        assertThat(found.value()).isCloseTo(-3.89, within(0.01));
        assertThat(found.unit()).isNotNull().extracting("symbol").isEqualTo("degF");
        assertThat(found.number()).isEqualByComparingTo("25");
    }

    @Test
    void aFactorChangesAndIsNoValue() {
        for (var text : List.of("twice as wide", "x2", "half the density", "500 times slower", "3x brighter")) {
            assertThat(only(text, Language.ENGLISH).relative()).as(text).isEqualTo(Relative.TIMES);
        }
        assertThat(only("10 % more", Language.ENGLISH).relative()).isEqualTo(Relative.MORE);
        assertThat(only("20 % weniger", Language.GERMAN).relative()).isEqualTo(Relative.LESS);
        assertThat(only("0.5 nA", Language.ENGLISH).relative()).isNull();
    }

    @Test
    void boundsAndVaguenessAreSaid() {
        assertThat(only("at least 20 Hz", Language.ENGLISH).bound()).isEqualTo(Bound.AT_LEAST);
        assertThat(only("< 100 µm", Language.ENGLISH).bound()).isEqualTo(Bound.LESS_THAN);
        assertThat(only("höchstens 5 s", Language.GERMAN).bound()).isEqualTo(Bound.AT_MOST);
        assertThat(only("~0.5 mV", Language.ENGLISH).approximate()).isTrue();
        assertThat(only("environ 5 mV", Language.FRENCH).approximate()).isTrue();
        assertThat(only("5 mV", Language.ENGLISH).approximate()).isFalse();
    }

    @Test
    void digitsWithinNamesAreNoQuantities() {
        assertThat(scan("S1HL L2/3 L5_TPC:A Kv1.1 5HT3aR MK-801 CA1 C57BL/6 4-AP Ca2+ the 4th layer, the last one"))
                .isEmpty();
    }

    @Test
    void aLayerPairIsNoProportion() {
        assertThat(scan("layer 2/3").getFirst().form()).isEqualTo(Form.LIST);
        assertThat(scan("0/41 pairs").getFirst().proportion()).isZero();
    }

    @Test
    void ratesAreSpelledInManyWays() {
        for (var text : List.of("10 Hz", "10 s^-1", "10 s⁻¹", "10 s-1", "10/s", "10 per second", "10 1/s")) {
            var found = QuantityScanner.scan("VPM at " + text + " for", Language.ENGLISH);
            assertThat(found).as(text).hasSize(1);
            assertThat(found.getFirst().dimension()).as(text).isEqualTo(Dimension.FREQUENCY);
            assertThat(found.getFirst().values()).as(text).containsExactly(10.0);
        }
    }
}
