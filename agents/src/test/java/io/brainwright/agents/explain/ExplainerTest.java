package io.brainwright.agents.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.neuro.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ExplainerTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @TempDir
    Path workspace;

    /** Cells 0 and 1 of layer 4, cell 2 of layer 5; 0 is driven and fires at 51 ms; its synapse on 2 takes 1.5 ms; 2 fires at 57 ms. */
    private static Shelf threeCells() {
        return threeCells(new double[] {51, 57}, new long[] {0, 2});
    }

    private static Shelf threeCells(double[] spikes_ms, long[] cells) {
        var shelf = new Shelf();
        var placement = shelf.put(
                "placement",
                List.of(),
                batch(
                        "cells",
                        List.of(
                                column("node_id", ColumnType.U64, "1", "placed"),
                                column("layer", ColumnType.I8, "1", "placed"),
                                column("mtype", ColumnType.TEXT, "1", "recipe"),
                                column("depth_um", ColumnType.F32, "um", "placed")),
                        new long[] {0, 1, 2},
                        new byte[] {4, 4, 5},
                        new String[] {"L4_SSC", "L4_SSC", "L5_TPC:A"},
                        new float[] {700, 720, 1100}));
        var connectome = shelf.put(
                "connectome",
                List.of(placement),
                batch(
                        "synapses",
                        List.of(
                                column("source_node_id", ColumnType.U64, "1", "touch"),
                                column("target_node_id", ColumnType.U64, "1", "touch"),
                                column("syn_type_id", ColumnType.U32, "1", "rule"),
                                column("delay", ColumnType.F32, "ms", "0.1 ms + path"),
                                column("u_syn", ColumnType.F32, "1", "rule"),
                                column("conductance", ColumnType.F32, "nS", "rule"),
                                column("decay_time", ColumnType.F32, "ms", "rule")),
                        new long[] {1, 0, 0},
                        new long[] {2, 1, 2},
                        new int[] {110, 110, 110},
                        new float[] {1, 0.5f, 1.5f},
                        new float[] {0.4f, 0.5f, 0.6f},
                        new float[] {0.7f, 0.75f, 0.85f},
                        new float[] {1.7f, 1.7f, 1.74f}));
        shelf.put(
                "sim",
                List.of(connectome),
                batch(
                        "spikes",
                        List.of(
                                column("timestamps", ColumnType.F64, "ms", "cable equation"),
                                column("node_ids", ColumnType.U64, "1", "cable equation")),
                        spikes_ms,
                        cells),
                batch(
                        "soma_report",
                        List.of(
                                column("frame", ColumnType.I64, "1", "cable equation"),
                                column("time_ms", ColumnType.F64, "ms", "cable equation"),
                                column("values", ColumnType.F32_LIST, "mV", "cable equation")),
                        new long[] {0, 1, 2, 3},
                        new double[] {52, 54, 56, 90},
                        new float[][] {{0, -70, -70}, {0, -70, -68}, {0, -70, -65}, {0, -70, 20}}),
                batch(
                        "stimulated",
                        List.of(
                                column("stimulus", ColumnType.U32, "1", "cable equation"),
                                column("node_id", ColumnType.U64, "1", "cable equation")),
                        new int[] {0},
                        new long[] {0}));
        return shelf;
    }

    @Test
    void aSpikeIsFollowedFromCellToCellWithTheNumbersOfOneSynapse() throws IOException {
        var study = Files.createDirectories(workspace.resolve("studies/one"));
        Files.writeString(study.resolve("raster.png"), "picture");

        var explanation = new Explainer(threeCells(), workspace)
                .answer("How does a spike reach the next cell?")
                .orElseThrow();

        assertThat(explanation.steps()).hasSize(5);
        assertThat(explanation.steps().stream().flatMap(s -> s.facts().stream()))
                .extracting(f -> f.words() + " " + f.value() + " " + f.unit())
                .containsExactly(
                        "first spike 51.0 ms",
                        "delay 1.5 ms",
                        "release probability of a rested vesicle at 2 mM calcium " + (double) 0.6f + " 1",
                        "peak conductance " + (double) 0.85f + " nS",
                        "decay of the conductance " + (double) 1.74f + " ms",
                        "largest rise within 15 ms 5.0 mV",
                        "its next spike 57.0 ms");
        assertThat(explanation.steps().stream().flatMap(s -> s.facts().stream()))
                .allSatisfy(f -> assertThat(f.source()).matches("(sim|connectome) [0-9a-f]+, .+; .+"));
        assertThat(explanation.text()).contains("cell 0 (L4_SSC)", "cell 2 (L5_TPC:A)", "raster.png");
        assertThat(explanation.ask()).isNull();
    }

    @Test
    void aCellThatFiredOfItsOwnIsNotSaidToHaveBeenMovedByTheSynapse() {
        var explanation = new Explainer(threeCells(new double[] {51, 51.1, 51.2}, new long[] {0, 1, 2}), workspace)
                .answer("How does a spike reach the next cell?")
                .orElseThrow();

        assertThat(explanation.text())
                .contains("Cell 2 (L5_TPC:A) had fired of its own before", "its own spike: 51.20 ms")
                .doesNotContain("largest rise");
    }

    @Test
    void layersAreToldInTheOrderOfTheirFirstSpikesAndWhatDroveThem() {
        var text = new Explainer(threeCells(), workspace)
                .answer("what makes layer 4 fire first?")
                .orElseThrow()
                .text();

        assertThat(text)
                .contains(
                        "1. Layer 4: 1 of its 2 cells fire; every one of them was driven by the stimulus itself",
                        "51 ms",
                        "2. Layer 5: 1 of its 1 cells fire; none of them was driven by the stimulus",
                        "57 ms");
    }

    @Test
    void withoutDataItSaysSoAndWhatToAskFor() {
        for (var words : List.of(
                "How does a spike reach the next cell?",
                "Explain how a cell is grown",
                "How are synapses chosen?",
                "Wie wächst eine Zelle? Erklär: wie wachsen die Dendriten?",
                "Comment une cellule est-elle placée, quelle place ?")) {
            var explanation = new Explainer(new Shelf(), workspace).answer(words);
            assertThat(explanation).as(words).isPresent();
            assertThat(explanation.get().text()).contains("S1HL", "300");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How does a spike reach the next cell?|How a spike reaches|delay 1.5 ms|cell 0 (L4_SSC)|Picture of the same run",
                "Comment un potentiel d'action atteint-il la cellule suivante ?|Comment un potentiel d'action atteint|délai 1.5 ms|cellule 0 (L4_SSC)|Image de la même simulation",
                "Wie erreicht ein Aktionspotential die nächste Zelle?|Wie ein Aktionspotential|Verzögerung 1.5 ms|Zelle 0 (L4_SSC)|Bild desselben Laufs",
                "¿Cómo llega un potencial de acción a la célula siguiente?|Cómo un potencial de acción llega|retardo 1.5 ms|célula 0 (L4_SSC)|Imagen de la misma simulación"
            })
    void theSpikeIsToldInTheLanguageOfTheQuestion(String words, String title, String fact, String cell, String picture)
            throws IOException {
        Files.writeString(
                Files.createDirectories(workspace.resolve("studies/one")).resolve("raster.png"), "picture");

        var explanation = new Explainer(threeCells(), workspace).answer(words).orElseThrow();

        assertThat(explanation.title()).startsWith(title);
        assertThat(explanation.steps().stream().flatMap(s -> s.facts().stream()))
                .extracting(f -> f.words() + " " + f.value() + " " + f.unit())
                .contains(fact);
        assertThat(explanation.text()).contains(cell, picture);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what makes layer 4 fire first?|Layer 4: 1 of its 2 cells fire",
                "pourquoi la couche 4 décharge-t-elle en premier ?|Couche 4 : 1 de ses 2 cellules déchargent",
                "Warum feuert Schicht 4 zuerst?|Schicht 4: 1 ihrer 2 Zellen feuern",
                "¿Por qué dispara primero la capa 4?|Capa 4: disparan 1 de sus 2 células",
            })
    void theLayersAreToldInTheLanguageOfTheQuestion(String words, String told) {
        assertThat(new Explainer(threeCells(), workspace)
                        .answer(words)
                        .orElseThrow()
                        .text())
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How is a cell grown?|How a cell is grown",
                "Comment pousse un neurone ?|Comment pousse une cellule",
                "Wie wachsen die Dendriten?|Wie eine Zelle wächst",
                "¿Cómo crecen las dendritas?|Cómo crece una célula",
                "How are synapses chosen?|How a synapse is chosen",
                "Comment les synapses sont-elles choisies ?|Comment une synapse est choisie",
                "Wie werden die Synapsen ausgewählt?|Wie eine Synapse gewählt wird",
                "¿Cómo se eligen las sinapsis?|Cómo se elige una sinapsis",
                "How does a cell get its place?|How a cell gets its place",
                "Comment une cellule trouve-t-elle sa place ?|Comment une cellule trouve sa place",
                "Wie bekommt eine Zelle ihren Platz?|Wie eine Zelle ihren Platz bekommt",
                "¿Cómo obtiene una célula su lugar?|Cómo obtiene una célula su lugar"
            })
    void everyProcessIsKnownInFourLanguages(String words, String title) {
        assertThat(new Explainer(new Shelf(), workspace)
                        .answer(words)
                        .orElseThrow()
                        .title())
                .isEqualTo(title);
    }

    /** A sentence that lacks a language, or a place that the others have, would be seen only when it is told. */
    @Test
    void everySentenceHasFourLanguagesAndTheSamePlaces() throws IOException {
        try (var in = Telling.class.getResourceAsStream("explanations.yaml")) {
            for (var entry : new YAMLMapper().readTree(in).properties()) {
                var places = PLACE.matcher(entry.getValue().path("en").asString())
                        .results()
                        .map(MatchResult::group)
                        .sorted()
                        .toList();
                for (var language : Language.values()) {
                    var text = entry.getValue().path(language.code()).asString("");
                    assertThat(text).as("%s in %s", entry.getKey(), language).isNotBlank();
                    assertThat(PLACE.matcher(text)
                                    .results()
                                    .map(MatchResult::group)
                                    .sorted())
                            .as("%s in %s", entry.getKey(), language)
                            .containsExactlyElementsOf(places);
                }
            }
        }
    }

    @Test
    void aRequestIsNoQuestionAboutAProcess() {
        for (var words : List.of(
                "Take 300 neurons and show me which layer fires first",
                "Grow the dendrites of 30 cells",
                "How many cells are in layer 4?",
                "how large is S1HL?")) {
            assertThat(new Explainer(threeCells(), workspace).answer(words))
                    .as(words)
                    .isEmpty();
        }
    }

    static Column column(String name, ColumnType type, String unit, String source) {
        return Column.of(name, type, unit, name, source);
    }

    static Batch batch(String table, List<Column> columns, Object... values) {
        return Batch.of(new TableSchema(table, columns), values);
    }

    /** Datasets in memory. */
    static final class Shelf implements Datasets {
        private final List<Manifest> manifests = new ArrayList<>();
        private final Map<String, Batch> tables = new java.util.HashMap<>();

        DatasetId put(String stage, List<DatasetId> inputs, Batch... batches) {
            var id = new DatasetId(String.format("%064x", manifests.size() + 10));
            var parts = new ArrayList<ChunkEntry.Part>();
            for (var batch : batches) {
                tables.put(id.hex() + batch.schema().name(), batch);
                parts.add(new ChunkEntry.Part(batch.schema().name(), "t", 0, 0, batch.rowCount(), 1, "", ""));
            }
            manifests.add(new Manifest(
                    id,
                    stage,
                    1,
                    "{}",
                    inputs,
                    java.util.Arrays.stream(batches).map(Batch::schema).toList(),
                    List.of(new ChunkEntry(0, "all", parts)),
                    Map.of(),
                    Map.of(),
                    1,
                    manifests.size(),
                    1));
            return id;
        }

        @Override
        public Manifest manifest(DatasetId id) {
            return manifests.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
        }

        @Override
        public Batch read(DatasetId id, String table) {
            return java.util.Objects.requireNonNull(tables.get(id.hex() + table));
        }

        @Override
        public Batch read(DatasetId id, String table, int chunk) {
            return read(id, table);
        }

        @Override
        public List<Manifest> list() {
            return manifests;
        }
    }
}
