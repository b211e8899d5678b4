package io.brainwright.neuro.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.text.Language;
import io.brainwright.neuro.text.Tokens;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
    private static final Lexicon LEXICON = Lexicon.open();

    private static List<String> ids(String text) {
        return LEXICON.find(Tokens.of(text)).stream()
                .map(m -> m.entry()
                        .map(Entry::id)
                        .orElseGet(() -> "?" + m.suggestions().getFirst().id()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            the forelimb region of the primary somatosensory cortex | S1FL
            dans le cortex moteur primaire de la souris             | MOp, mouse
            la corteza somatosensorial de la rata (pata trasera)    | S1, rat, S1HL
            ventral posteromedial nucleus                           | VPM
            Kleinhirn der Maus                                      | CB, mouse
            thick-tufted pyramidal cells and Martinotti cells       | thick-tufted pyramidal, Martinotti
            die großen Korbzellen und die Martinottizellen          | large basket, Martinotti
            Schicht-5-Pyramidenzellen bei niedriger Kalziumkonzentration | pyramidal, calcium
            cellules en panier                                      | basket
            células piramidales                                     | pyramidal
            Layer 5 Martinotti Cell                                 | L5_MC
            D-AP5 and MK 801 with gabazine and TTX                  | AP5, MK-801, gabazine, TTX
            tétrodotoxine                                           | TTX
            GABA-A, GABAA, GABA_A                                   | GABA_A, GABA_A, GABA_A
            parvalbumin, PV+ and 5-HT3aR                            | PV, PV, 5HT3aR
            Alzheimer's disease                                     | Alzheimer's disease
            my patient needs a diagnosis                            | patient, diagnosis
            as SWC or a Jupyter notebook                            | SWC, ipynb
            the axon initial segment                                | AIS
            the hippocampsu and the tetrodotoxn                     | HIP, TTX
            """)
    void namesAreFoundInFourLanguages(String text, String expected) {
        assertThat(ids(text)).containsExactly(expected.strip().split(", "));
    }

    @Test
    void everyMTypeAndETypeOfTheRecipeIsKnown() {
        var recipe = RecipeFile.open("rat-nbs1").tree();
        var types = recipe.get("mtypes").propertyNames();
        assertThat(types).hasSize(60);
        for (var type : types) {
            assertThat(LEXICON.entry(EntryKind.M_TYPE, type)).as(type).isPresent();
            assertThat(ids(type)).containsExactly(type);
        }
        for (var type : recipe.get("etypes").propertyNames()) {
            assertThat(ids(type)).as(type).containsExactly(type);
        }
    }

    @Test
    void aMisspeltAcronymIsAskedAboutAndNeverCorrected() {
        var found = LEXICON.find(Tokens.of("Build the S1HN region")).getFirst();

        assertThat(found.unsure()).isTrue();
        assertThat(found.entries()).isEmpty();
        assertThat(found.suggestions().getFirst().id()).isEqualTo("S1HL");
    }

    @Test
    void anAcronymThatOnlyBeginsLikeARegionIsAskedAboutToo() {
        var found = LEXICON.find(Tokens.of("a column of S1XY")).getFirst();

        assertThat(found.unsure()).isTrue();
        assertThat(found.suggestions().getFirst().id()).isEqualTo("S1HL");
    }

    @Test
    void ordinaryWordsAreNoMisspellings() {
        assertThat(ids("no need to check the firing rates, spikes and their contacts, please, in my cent or two"))
                .isEmpty();
    }

    @Test
    void aClassHasItsTypesInALayer() {
        var martinotti = LEXICON.entry(EntryKind.CELL_CLASS, "Martinotti").orElseThrow();
        assertThat(CellTypes.in(martinotti, List.of(5))).containsExactly("L5_MC");
        assertThat(CellTypes.in(martinotti, List.of(3))).containsExactly("L23_MC");
        assertThat(CellTypes.in(martinotti, List.of())).hasSize(5 - 1);
    }

    @Test
    void regionsLieWithinEachOther() {
        var regions = Regions.of(LEXICON);
        assertThat(regions.children("nbS1"))
                .containsExactlyInAnyOrder("S1HL", "S1FL", "S1J", "S1Tr", "S1Sh", "S1ULp", "S1DZ", "S1DZO");
        assertThat(regions.descendants("TH")).contains("VPM", "PO", "LGd", "RT");
        assertThat(regions.isWithin("CA1", "HPF")).isTrue();
        assertThat(regions.isWithin("CA1", "TH")).isFalse();
        assertThat(LEXICON.entry(EntryKind.REGION, "CA1").orElseThrow().fact("atlas_id"))
                .contains("382");
    }

    @Test
    void aDrugKnowsItsTarget() {
        Map.of("AP5", "NMDA", "CNQX", "AMPA", "gabazine", "GABA_A", "TTX", "Na", "ZD7288", "Ih", "cadmium", "Ca")
                .forEach((drug, target) -> assertThat(LEXICON.entry(EntryKind.DRUG, drug)
                                .orElseThrow()
                                .facts("blocks"))
                        .containsExactly(target));
    }

    @Test
    void anExpertAddsWords() {
        var yaml = "[{id: spindle, kind: term, forms: {en: [sleep spindle], de: [Schlafspindel]}}]";
        var more = EntryFile.read("vocab.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        var found = LEXICON.with(more).find(Tokens.of("zwei Schlafspindeln"));

        assertThat(found.getFirst().entry().orElseThrow().name(Language.ENGLISH))
                .isEqualTo("sleep spindle");
    }

    @Test
    void aBrokenExpertFileSaysWhere() {
        for (var yaml : List.of(
                "[{id: x, kind: wish}]", "[{kind: term}]", "id: x", "[{id: x, kind: term, forms: {it: [y]}}]", "[{")) {
            var in = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> EntryFile.read("vocab.yaml", in))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("vocab.yaml");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            layer IV                | 4
            layers II-III           | 2 3
            L2/3                    | 2 3
            layers 2 to 4           | 2 3 4
            layers 4, 5 and 6       | 4 5 6
            Schicht 5               | 5
            couches 2 et 3          | 2 3
            capas 2 a 4             | 2 3 4
            the fourth layer        | 4
            all six layers          | 1 2 3 4 5 6
            layer 4, 5 cells        | 4
            """)
    void layersAreReadInEverySpelling(String text, String layers) {
        var found = Layers.find(Tokens.of(text));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().layers())
                .containsExactlyElementsOf(
                        Arrays.stream(layers.split(" ")).map(Integer::valueOf).toList());
    }

    @Test
    void everyParentIsARegionItself() {
        for (var region : LEXICON.all(EntryKind.REGION)) {
            region.fact("parent")
                    .ifPresent(parent -> assertThat(LEXICON.entry(EntryKind.REGION, parent))
                            .as(region.id())
                            .isPresent());
        }
        assertThat(Set.copyOf(LEXICON.all(EntryKind.REGION))).hasSizeGreaterThan(250);
    }
}
