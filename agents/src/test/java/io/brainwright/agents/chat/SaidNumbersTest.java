package io.brainwright.agents.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SaidNumbersTest {
    private static final List<String> SAID =
            List.of("Take 300 neurons from a 150 µm wide column of rat S1HL, stimulate layer 4 at 50 ms");

    @Test
    void theScientistsOwnWordsPass() {
        assertThat(SaidNumbers.foreign(SAID.getFirst(), SAID)).isEmpty();
    }

    @Test
    void wordsMayBeReorderedAndTheMicroSignMayChange() {
        assertThat(SaidNumbers.foreign("stimulate layer 4 of a 150 \u03bcm column with 300 neurons at 50 ms", SAID))
                .isEmpty();
    }

    @Test
    void anInventedNumberIsFound() {
        assertThat(SaidNumbers.foreign("300 neurons at 36 degC", SAID)).containsExactly("at 36 degc");
    }

    @Test
    void aNumberMovedToAnotherUnitIsFound() {
        assertThat(SaidNumbers.foreign("a column of 300 um", SAID)).containsExactly("of 300 um");
    }

    @Test
    void anotherRegionOrSignIsFound() {
        assertThat(SaidNumbers.foreign("in S2HL", SAID)).isNotEmpty();
        assertThat(SaidNumbers.foreign("with -50 ms", SAID)).isNotEmpty();
    }

    @Test
    void numbersOfEarlierTurnsCount() {
        assertThat(SaidNumbers.foreign("300 neurons at 36 degC", List.of(SAID.getFirst(), "at 36 degC please")))
                .isEmpty();
    }
}
