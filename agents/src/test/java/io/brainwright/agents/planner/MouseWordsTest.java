package io.brainwright.agents.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about the tables of the mouse. */
class MouseWordsTest {
    private final Planner planner = new Planner(RecipeFacts.shipped());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how many PV cells does the mouse primary visual cortex hold? | markers | VISp",
                "density of somatostatin neurons in mouse CA1 | markers | CA1",
                "wie viele PV-Zellen hat CA1 der Maus? | markers | CA1",
                "combien de cellules PV dans CA1 de la souris ? | markers | CA1",
                "¿cuántas células PV hay en CA1 del ratón? | markers | CA1",
                "density of neurons in mouse CA1 | density | CA1"
            })
    void cellsOfAMarkerAreAskedOfTheTables(String words, String quantity, String region) {
        var answer = (Proposal.Answer) planner.propose(words, WorkspaceView.empty(Path.of("."), 60_000_000_000L));
        var params = answer.plan().steps("atlas.query").getFirst().params();
        assertThat(params.path("quantity").asString()).isEqualTo(quantity);
        assertThat(params.path("region").asString()).isEqualTo(region);
        assertThat(params.path("species").asString()).isEqualTo("mouse");
        assertThat(answer.unavailable()).isEmpty();
    }
}
