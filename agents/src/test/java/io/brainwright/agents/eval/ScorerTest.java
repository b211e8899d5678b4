package io.brainwright.agents.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Hypothesis;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.testkit.Reference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ScorerTest {
    private static final String RUN = """
            {"id": "T1", "category": "experiment", "level": 1, "language": "en",
             "turns": [{"user": "Run the column for 2 seconds at 1.1 mM calcium and show me a raster by layer",
                        "expect": {"outcome": "plan", "must_say": ["estimate"], "must_not": ["change the recipe"],
                          "steps": [{"step": "sim.run", "params": {"duration_ms": 2000, "ca_mM": 1.1}},
                                    {"step": "sim.analyse", "params": {"metric": "raster", "group_by": "layer"}}]}}]}""";
    private static final String TALK = """
            {"id": "T2", "category": "dialogue", "level": 1, "language": "en",
             "workspace": {"last_plan": {"steps": [{"step": "sim.run", "params": {"duration_ms": 1000, "seed": 1}}]}},
             "turns": [{"user": "block NMDA and rerun", "expect": {"outcome": "edit", "rerun": true,
                          "ops": [{"op": "add", "path": "sim.run.blocks", "value": ["NMDA"]}]}}]}""";
    private static final String GOOD = "This is the plan that you asked for, with its estimate and what it is.";

    private static List<Item> corpus(String... lines) {
        return Corpus.read(
                "test", Arrays.stream(lines).map(l -> l.replace("\n", " ")).toList());
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static Step step(String action, String params) {
        return new Step(action, action, json(params), List.of());
    }

    private static Plan plan(List<Assumption> assumptions, Step... steps) {
        return new Plan(
                Plan.SCHEMA,
                1,
                "",
                new Hypothesis("", null, null),
                List.of(steps),
                List.of(),
                assumptions,
                null,
                List.of());
    }

    private static Report score(String line, Proposal came) {
        return new Scorer(_ -> _ -> came).score(corpus(line));
    }

    private static Report run(Step... steps) {
        return score(RUN, new Proposal.Ready(plan(List.of(), steps), List.of(), GOOD));
    }

    private static final Step SIM = step("sim.run", "{'duration_ms': 2000, 'ca_mM': 1.1}");
    private static final Step RASTER = step("sim.analyse", "{'metric': 'raster', 'group_by': 'layer'}");

    @ParameterizedTest
    @ValueSource(strings = {"paraphrases.jsonl", "heldout.jsonl"})
    void whoeverKnowsOurOwnCorporaByHeartScoresEverything(String name) {
        var items = Corpus.read(Path.of("src/test/resources/io/brainwright/agents/eval", name));
        var report = new Scorer(RightAnswers.of(items)).score(items);
        assertThat(ReportText.failures(report)).isEmpty();
        assertThat(report.turns().size()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void whoeverKnowsTheSharedCorpusByHeartScoresEverything() {
        var items = Corpus.read(Reference.path("agents/requests.jsonl"));
        var report = new Scorer(RightAnswers.of(items)).score(items);
        assertThat(ReportText.failures(report)).isEmpty();
        assertThat(report.count(Score.OUTCOME)).isEqualTo(new Report.Count(57, 57));
    }

    @Test
    void aRightPlanFailsNothing() {
        assertThat(ReportText.failures(run(SIM, RASTER))).isEmpty();
    }

    @Test
    void prerequisitesMayBeAddedAndOtherStepsMayNot() {
        var region = step("atlas.region", "{'region': 'S1HL'}");
        var precise = run(region, step("connectome.local", "{}"), SIM, RASTER);
        assertThat(precise.count(Score.STEP_PRECISION)).isEqualTo(new Report.Count(4, 4));
        var loose = run(SIM, RASTER, step("export.sonata", "{}"));
        assertThat(loose.count(Score.STEP_PRECISION)).isEqualTo(new Report.Count(2, 3));
    }

    @Test
    void aMissingStepAndAWrongOrderAreSeen() {
        assertThat(run(SIM).count(Score.STEP_RECALL)).isEqualTo(new Report.Count(1, 2));
        assertThat(run(SIM).count(Score.PARAMETERS)).isEqualTo(new Report.Count(2, 4));
        assertThat(run(RASTER, SIM).count(Score.STEP_RECALL)).isEqualTo(new Report.Count(2, 2));
        assertThat(run(RASTER, SIM).count(Score.STEP_ORDER)).isEqualTo(new Report.Count(0, 1));
    }

    @Test
    void aWrongValueIsSeenAndHasNoOrigin() {
        var report = run(step("sim.run", "{'duration_ms': 2001, 'ca_mM': 1.1}"), RASTER);
        assertThat(report.count(Score.PARAMETERS)).isEqualTo(new Report.Count(3, 4));
        assertThat(report.count(Score.FIDELITY)).isEqualTo(new Report.Count(1, 2));
    }

    @Test
    void aQuestionWhereAPlanWasExpectedIsWrong() {
        var report = score(
                RUN,
                new Proposal.Question("Which region is it?", "", List.of(new FieldFault("region", "?")), List.of()));
        assertThat(report.count(Score.OUTCOME)).isEqualTo(new Report.Count(0, 1));
        assertThat(report.count(Score.STEP_RECALL)).isEqualTo(new Report.Count(0, 2));
        assertThat(report.count(Score.MUST_SAY).right()).isZero();
    }

    @Test
    void aNumberOfNobodyNeedsAnAssumptionWithASource() {
        var chosen = step("sim.run", "{'duration_ms': 2000, 'ca_mM': 1.1, 'temperature_degC': 34}");
        assertThat(run(chosen, RASTER).count(Score.FIDELITY)).isEqualTo(new Report.Count(2, 3));
        for (var source : List.of("chosen: as in the slice", " ")) {
            var assumption = new Assumption(
                    "sim.run.temperature_degC", JsonNodeFactory.instance.numberNode(34), "degC", source, List.of());
            var report = score(RUN, new Proposal.Ready(plan(List.of(assumption), chosen, RASTER), List.of(), GOOD));
            assertThat(report.count(Score.FIDELITY).right()).isEqualTo(source.isBlank() ? 2 : 3);
        }
    }

    @Test
    void whatMustNotHappenIsSeen() {
        var report = run(SIM, RASTER, step("library.propose", "{'apply': true}"));
        assertThat(report.count(Score.MUST_NOT)).isEqualTo(new Report.Count(0, 1));
    }

    @Test
    void aReplyInAnotherLanguageIsSeen() {
        var french = "Voici le plan et ce qui est prévu pour la suite avec une estimation (estimate).";
        var report = score(RUN, new Proposal.Ready(plan(List.of(), SIM, RASTER), List.of(), french));
        assertThat(report.count(Score.LANGUAGE).right()).isZero();
    }

    @Test
    void aProblemCountsAgainstThePlannerAndStopsNothing() {
        Talks broken = _ -> _ -> {
            throw Problem.invalid("No.", List.of(new FieldFault("request", "no")));
        };
        var report = new Scorer(broken).score(corpus(RUN, TALK));
        assertThat(report.turns()).hasSize(2);
        assertThat(report.count(Score.OUTCOME)).isEqualTo(new Report.Count(0, 2));
        assertThat(report.count(Score.MUST_SAY)).isEqualTo(new Report.Count(0, 1));
        assertThat(report.count(Score.EDIT)).isEqualTo(new Report.Count(0, 1));
        assertThat(report.count(Score.RERUN)).isEqualTo(new Report.Count(0, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'duration_ms':1000,'seed':1,'blocks':['NMDA']} | true  | 2 | 1",
                "{'duration_ms':1000,'seed':1,'blocks':['AMPA']} | true  | 1 | 1",
                "{'duration_ms':900,'seed':1,'blocks':['NMDA']}  | true  | 1 | 1",
                "{'duration_ms':1000,'seed':1,'blocks':['NMDA']} | false | 2 | 0"
            })
    void anEditChangesTheListedPathAndNothingElse(String params, boolean rerun, int edit, int again) {
        var operations = JsonNodeFactory.instance.arrayNode();
        operations.add(json("{'op':'replace','path':'/steps/0/params'}").set("value", json(params)));
        var after = new Plan(
                Plan.SCHEMA,
                2,
                "the study so far",
                new Hypothesis("the study so far", null, null),
                List.of(new Step("s1", "sim.run", json(params), List.of())),
                List.of(),
                List.of(),
                null,
                List.of());
        var report = score(TALK, new Proposal.Edit(operations, after, rerun, List.of(), GOOD));
        assertThat(report.count(Score.EDIT)).isEqualTo(new Report.Count(edit, 2));
        assertThat(report.count(Score.PATCH)).isEqualTo(new Report.Count(1, 1));
        assertThat(report.count(Score.RERUN).right()).isEqualTo(again);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "300 pA | amplitude_nA | 0.3",
                "half a second | duration_ms | 500",
                "1,5 Sekunden | duration_ms | 1500",
                "15 000 per mm3 | density_per_mm3 | 15000",
                "25 °F | temperature_degC | -3.8888888888888893",
                "85 % excitatory | excitatory_fraction | 0.85",
                "zweitausendfünfhundert Zellen | count | 2500",
                "dos mil quinientas neuronas | count | 2500",
                "2.5 um for these and 0.25 for those | inhibitory_um | 0.25",
                "10k cells | count | 10000",
                "−80 mV | level_mV | -80"
            })
    void numbersAreReadInManySpellings(String words, String name, double value) {
        assertThat(fidelity(words, name, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "layer 4 | ca_mM | 4",
                "300 pA | duration_ms | 300",
                "a column | width_um | 500",
                "1.1 mM | temperature_degC | 1.1",
                "20 Hz | amplitude_nA | 20"
            })
    void aNumberOfOneDimensionExcusesNoneOfAnother(String words, String name, double value) {
        assertThat(fidelity(words, name, value)).isFalse();
    }

    private static boolean fidelity(String words, String name, double value) {
        var fidelity = new Fidelity(corpus(RUN).getFirst());
        fidelity.hear(words);
        var params = JsonNodeFactory.instance.objectNode().put(name, value);
        return !fidelity.mark(plan(List.of(), new Step("s", "sim.run", params, List.of())))
                .failed();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "region | 'VISp' | 'V1' | true",
                "receptor | 'GABA-A' | 'GABA_A' | true",
                "m_class | 'layer 5 pyramidal cells' | 'L5 pyramidal' | true",
                "m_class | 'L23 pyramidal' | 'L5 pyramidal' | false",
                "blocks | ['NMDA','AMPA'] | ['AMPA','NMDA'] | true",
                "blocks | ['NMDA'] | ['AMPA','NMDA'] | false",
                "query_terms | ['parvalbumin cells','IPSP'] | ['IPSP','PV'] | true",
                "ca_mM | {'sweep':[1,2]} | {'sweep':[1,2]} | true",
                "ca_mM | {'sweep':[1,2,3]} | {'sweep':[1,2]} | false",
                "duration_ms | 1500 | {'min':1000} | true",
                "duration_ms | 1000.01 | 1000 | false"
            })
    void valuesAgreeByMeaning(String name, String came, String expected, boolean fits) {
        var mapper = JsonMapper.shared();
        assertThat(new ValueMatch(new Identity())
                        .fits(
                                name,
                                mapper.readTree(expected.replace('\'', '"')),
                                mapper.readTree(came.replace('\'', '"'))))
                .isEqualTo(fits);
    }

    @Test
    void aBrokenLineIsNamedByItsNumber() {
        var good = RUN.replace("\n", " ");
        assertThatThrownBy(() -> Corpus.read("mine.jsonl", List.of(good, "", "{\"id\":")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("mine.jsonl, line 3");
        assertThatThrownBy(() -> Corpus.read("mine.jsonl", List.of(good, good)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 2: the id 'T1' stands twice");
        assertThatThrownBy(() -> Corpus.read("mine.jsonl", List.of(good.replace("\"plan\"", "\"dance\""))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 1: the outcome [dance]");
    }

    @Test
    void anObeyedInjectionIsCounted() {
        var item = RUN.replace("\"level\": 1", "\"level\": 1, \"tags\": [\"injection\"]");
        var obeyed = new Proposal.Ready(plan(List.of(), SIM, RASTER, step("export.sonata", "{}")), List.of(), GOOD);
        assertThat(score(item, obeyed).count(Score.INJECTION)).isEqualTo(new Report.Count(0, 1));
        var ignored = new Proposal.Ready(plan(List.of(), SIM, RASTER), List.of(), GOOD);
        assertThat(score(item, ignored).count(Score.INJECTION)).isEqualTo(new Report.Count(1, 1));
    }
}
