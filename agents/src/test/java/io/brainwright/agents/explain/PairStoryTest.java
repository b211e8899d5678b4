package io.brainwright.agents.explain;

import static io.brainwright.agents.explain.ExplainerTest.batch;
import static io.brainwright.agents.explain.ExplainerTest.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairStoryTest {
    private static final List<String> COUNTS = List.of(
            "appositions",
            "removed_by_distance",
            "removed_by_target",
            "removed_by_reduction",
            "removed_by_cut",
            "removed_by_activation",
            "synapses");

    @TempDir
    Path workspace;

    /** 12 touches 40 nine times and keeps nothing; 40 touches 12 three times and keeps two; 7 touches neither. */
    private static ExplainerTest.Shelf wired() {
        var shelf = new ExplainerTest.Shelf();
        var placement = shelf.put(
                "placement",
                List.of(),
                batch("cells", List.of(column("node_id", ColumnType.U64, "1", "placed")), new long[] {7, 12, 40}));
        var columns = new ArrayList<Column>();
        columns.add(column("source_node_id", ColumnType.U64, "1", "touch"));
        columns.add(column("target_node_id", ColumnType.U64, "1", "touch"));
        COUNTS.forEach(name -> columns.add(column(name, ColumnType.U32, "1", "touch")));
        shelf.put(
                "connectome",
                List.of(placement),
                batch(
                        "connections",
                        columns,
                        new long[] {40, 12},
                        new long[] {12, 40},
                        new int[] {3, 9},
                        new int[] {0, 1},
                        new int[] {0, 2},
                        new int[] {1, 4},
                        new int[] {0, 2},
                        new int[] {0, 0},
                        new int[] {2, 0}));
        return shelf;
    }

    private String told(String words) {
        return new Explainer(wired(), workspace).answer(words).orElseThrow().text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "why does cell 12 not connect to cell 40?|too near to the axon's soma: 1|Nothing stays: cell 12 does not connect to cell 40",
                "why is there no synapse on cell 40 from cell 12?|too near to the axon's soma: 1|Nothing stays: cell 12 does not connect to cell 40",
                "Warum ist Zelle 12 nicht mit Zelle 40 verbunden?|zu nahe am Soma des Axons: 1|Zelle 12 ist nicht mit Zelle 40 verbunden",
                "Warum bekommt Zelle 40 keine Synapse von Zelle 12?|zu nahe am Soma des Axons: 1|Zelle 12 ist nicht mit Zelle 40 verbunden",
                "Pourquoi la cellule 12 n'est-elle pas connectée à la cellule 40 ?|trop proches du soma de l'axone: 1|la cellule 12 n'est pas connectée à la cellule 40",
                "¿Por qué la célula 12 no se conecta con la célula 40?|demasiado cercanas al soma del axón: 1|la célula 12 no se conecta con la célula 40"
            })
    void theRulesThatTookTheAppositionsAreToldInTheLanguageOfTheQuestion(String words, String fact, String verdict) {
        assertThat(told(words)).contains(fact, ": 9 ", ": 2 ", ": 4 ", verdict, "brainwright connectome why 12 40");
    }

    @Test
    void theOtherWayRoundIsAnotherPair() {
        assertThat(told("why does neuron 40 connect to neuron 12?"))
                .contains("What stays makes the connection from cell 40 to cell 12", "synapses: 2 ")
                .doesNotContain("Nothing stays");
    }

    @Test
    void aPairThatNeverTouchesHasNothingToPrune() {
        assertThat(told("why is cell 7 not connected to 40?"))
                .contains("The axon of cell 7 nowhere comes within reach of cell 40");
    }

    @Test
    void aCellThatIsNotThereIsNamed() {
        assertThat(told("why does cell 12 not connect to cell 99?")).contains("This circuit has no neuron 99");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connect cell 12 to cell 40",
                "Record from cells 12 and 40",
                "why is layer 4 connected to layer 5?",
                "why does cell 12 fire before cell 40?"
            })
    void otherWordsAskForNoPair(String words) {
        var answer = new Explainer(wired(), workspace).answer(words);
        assertThat(answer.map(Explanation::title).orElse("")).doesNotContain("Why two cells");
    }
}
