package io.brainwright.neuro.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
    private static final List<String> REGIONS =
            List.of("nbS1", "S1J", "S1FL", "S1Tr", "S1HL", "S1Sh", "S1DZ", "S1DZO", "S1ULp");

    @Test
    void oneLetterTooFewTooManyOrWrongIsOneEditAndSoAreTwoSwapped() {
        assertThat(NearestNames.distance("S1HL", "S1L")).isEqualTo(1);
        assertThat(NearestNames.distance("S1HL", "S1HHL")).isEqualTo(1);
        assertThat(NearestNames.distance("S1HL", "S1FL")).isEqualTo(1);
        assertThat(NearestNames.distance("S1HL", "S1LH")).isEqualTo(1);
        assertThat(NearestNames.distance("", "S1HL")).isEqualTo(4);
        assertThat(NearestNames.distance("S1HL", "S1HL")).isZero();
    }

    @Test
    void theNearestNameComesFirstWhateverItsLetterCase() {
        assertThat(NearestNames.of("s1hl", REGIONS, 3)).first().isEqualTo("S1HL");
        assertThat(NearestNames.of("S1XY", REGIONS, 3)).contains("S1J").hasSize(3);
        assertThat(NearestNames.sentence("S1LH", REGIONS)).startsWith("Did you mean S1HL");
    }

    @Test
    void aWordLikeNothingIsAnsweredWithAllThereIs() {
        assertThat(NearestNames.of("hippocampus", REGIONS, 3)).isEmpty();
        assertThat(NearestNames.sentence("hippocampus", REGIONS)).contains("nbS1", "S1ULp");
    }
}
