package io.brainwright.neuro.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static List<String> words(String text) {
        return Tokens.of(text).stream().map(Token::text).toList();
    }

    @Test
    void scientificNamesStayWhole() {
        var names =
                "L5_TPC:A L1_NGC-DA L2/3 GABA-A 5HT3aR Kv1.1 Ca2+ MK-801 D-AP5 ./cells densities.csv papers/ @anatomist";
        assertThat(words(names)).containsExactly(names.split(" "));
    }

    @Test
    void hyphensAndFrenchArticlesPartWords() {
        assertThat(words("thick-tufted")).containsExactly("thick", "-", "tufted");
        assertThat(words("l’axone d'un")).containsExactly("l'", "axone", "d'", "un");
        assertThat(words("neurons/mm^3 85% 500µm")).containsExactly("neurons", "/", "mm^3", "85", "%", "500", "μm");
    }

    @Test
    void spansPointIntoTheTextAsItCame() {
        var text = "📈 cafe\u0301 137\u2009600 \u00b1 9\u202f200 mm\u00b3, \u221271.3\u00a0mV";
        for (var token : Tokens.of(text)) {
            var original = token.span().of(text);
            assertThat(Normalised.of(original).text()).isEqualTo(token.text());
        }
        var found = QuantityScanner.scan(text, Language.ENGLISH);
        assertThat(found.get(0).span().of(text)).isEqualTo("137\u2009600 \u00b1 9\u202f200 mm\u00b3");
        assertThat(found.get(1).span().of(text)).isEqualTo("\u221271.3\u00a0mV");
    }

    @Test
    void raisedNumbersArePowersBehindDigitsOnly() {
        assertThat(Normalised.of("10⁴ mm³ mm⁻³ Mg²⁺ 2½").text()).isEqualTo("10^4 mm3 mm^-3 Mg2+ 2.5");
    }

    @ParameterizedTest
    @CsvSource({
        "⅓, 1, 3",
        "⅔, 2, 3",
        "⅙, 1, 6",
        "⅚, 5, 6",
        "⅐, 1, 7",
        "⅑, 1, 9",
        "↉, 0, 3",
        "⅟12, 1, 12",
        "2⅓, 7, 3",
        "2 ⅓, 7, 3",
        "10⅚, 65, 6",
        "½, 1, 2",
        "2¾, 11, 4",
        "⅒, 1, 10",
        "⅝, 5, 8"
    })
    void fractionsInOneCharacterAreRead(String written, int above, int below) {
        double value = (double) above / below;
        for (var language : Language.values()) {
            var bare = QuantityScanner.scan(written, language);
            assertThat(bare).as(written).hasSize(1);
            assertThat(bare.getFirst().values().getFirst()).as(written).isCloseTo(value, within(1e-14));
            var length = QuantityScanner.scan(written + " mm", language);
            assertThat(length).as(written).hasSize(1);
            assertThat(length.getFirst().values().getFirst())
                    .as(written + " mm")
                    .isCloseTo(value * 1000, within(1e-11));
            assertThat(length.getFirst().span().of(written + " mm")).isEqualTo(written + " mm");
        }
    }

    /** One character that spells a digit and something else, or the beginning of a fraction, is no number. */
    @ParameterizedTest
    @ValueSource(strings = {"㏠", "㍘", "⒈", "🄁", "⅟", "⅟0", "x⅓"})
    void signsWithADigitInsideAreNoNumbers(String sign) {
        assertThat(Tokens.of(sign))
                .isNotEmpty()
                .allSatisfy(t -> assertThat(t.span().end()).isLessThanOrEqualTo(sign.length()));
        assertThat(QuantityScanner.scan(sign, Language.ENGLISH))
                .allSatisfy(q -> assertThat(q.raw()).isEqualTo("0"));
    }

    @Test
    void threeWordsTellTheLanguage() {
        assertThat(Language.guess("run it again")).isEqualTo(Language.ENGLISH);
        assertThat(Language.guess("zeig mir Schicht 4")).isEqualTo(Language.GERMAN);
        assertThat(Language.guess("montre la couche 4")).isEqualTo(Language.FRENCH);
        assertThat(Language.guess("muestra la capa 4")).isEqualTo(Language.SPANISH);
        assertThat(Language.guess("NMDA?")).isEqualTo(Language.ENGLISH);
        assertThat(Language.guess("NMDA?", Language.GERMAN)).isEqualTo(Language.GERMAN);
    }

    @Property(tries = 300)
    void noTextBreaksTheScanner(@ForAll @StringLength(max = 60) String text, @ForAll Language language) {
        inOrder(
                text,
                QuantityScanner.scan(text, language).stream()
                        .map(QuantityMention::span)
                        .toList());
        inOrder(text, Tokens.of(text).stream().map(Token::span).toList());
    }

    private static void inOrder(String text, List<Span> spans) {
        int end = 0;
        for (var span : spans) {
            assertThat(span.start()).isGreaterThanOrEqualTo(end);
            assertThat(span.end()).isGreaterThanOrEqualTo(span.start()).isLessThanOrEqualTo(text.length());
            end = span.end();
        }
    }
}
