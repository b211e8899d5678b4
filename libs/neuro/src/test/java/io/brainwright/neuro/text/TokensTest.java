package io.brainwright.neuro.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

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
