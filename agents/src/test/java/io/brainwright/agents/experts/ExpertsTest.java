package io.brainwright.agents.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpertsTest {
    @TempDir
    Path folder;

    @Test
    void fiveExpertsShipAndTheirFilesAreSound() {
        var experts = Experts.of(folder.resolve("absent"));

        assertThat(experts.all())
                .extracting(Expert::name)
                .containsExactly("anatomist", "electrophysiologist", "graphics-engineer", "connectomics", "literature");
        assertThat(experts.faults()).isEmpty();
        assertThat(experts.all()).allSatisfy(e -> assertThat(e.checks()).isNotEmpty());
    }

    @Test
    void theScientistsOwnExpertWinsByName() throws IOException {
        write("mine.md", "anatomist", "my own");

        assertThat(Experts.of(folder).named("anatomist").description()).isEqualTo("my own");
        assertThat(Experts.of(folder).all()).hasSize(5);
    }

    @Test
    void aFileThatChangesComesOrGoesIsReadAgain() throws IOException {
        var experts = Experts.of(folder);
        write("a.md", "patcher", "first");
        assertThat(experts.named("patcher").description()).isEqualTo("first");

        write("a.md", "patcher", "second words");
        assertThat(experts.named("patcher").description()).isEqualTo("second words");

        Files.delete(folder.resolve("a.md"));
        assertThatThrownBy(() -> experts.named("patcher")).isInstanceOf(Problem.class);
    }

    @Test
    void oneBrokenFileDoesNotHideTheOthers() throws IOException {
        Files.writeString(folder.resolve("a.md"), "---\nnam: broken\n---\nYou.\n");
        Files.writeString(folder.resolve("b.md"), "no front matter");
        write("c.md", "patcher", "sound");
        var experts = Experts.of(folder);

        assertThat(experts.named("patcher").description()).isEqualTo("sound");
        assertThat(experts.faults()).hasSize(2);
        assertThat(experts.faults().getFirst()).contains("a.md:2", "'nam'", "'name'");
    }

    @Test
    void twoFilesOfOneNameAreToldAndTheFirstCounts() throws IOException {
        write("a.md", "patcher", "first");
        write("b.md", "patcher", "second");
        var experts = Experts.of(folder);

        assertThat(experts.named("patcher").description()).isEqualTo("first");
        assertThat(experts.faults()).singleElement().asString().contains("b.md", "patcher", "a.md");
    }

    @Test
    void aHandoffToNobodyIsTold() throws IOException {
        Files.writeString(
                folder.resolve("a.md"),
                "---\nname: patcher\ndescription: d\nbrainwright: {handoff: [anatomst]}\n---\nYou.\n");

        assertThat(Experts.of(folder).faults()).singleElement().asString().contains("'anatomst'", "anatomist");
    }

    @Test
    void anExpertIsCalledByNameElseByTheStageOfTheStep() {
        var experts = Experts.of(folder);
        var step = PlanSample.of("sim.run", "{}", "[]").steps().getFirst();

        assertThat(experts.forStep("@anatomist how warm?", step))
                .map(Expert::name)
                .contains("anatomist");
        assertThat(experts.forStep("how warm?", step)).map(Expert::name).contains("electrophysiologist");
        assertThat(experts.forStep("write to me@anatomist.org", step))
                .map(Expert::name)
                .contains("electrophysiologist");
    }

    @Test
    void anUnknownNameIsToldWithTheNearest() {
        assertThatThrownBy(() -> Experts.of(folder).called("@anatomst where?"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("'anatomst'", "anatomist"));
    }

    @Test
    void theCallIsNoPartOfTheRequest() {
        assertThat(Experts.withoutCall("@anatomist: take 300 neurons")).isEqualTo("take 300 neurons");
    }

    @Test
    void anExpertSaysWhyAValueOutsideItsRangeIsOdd() {
        var plan = PlanSample.of("sim.run", "{\"temperature_degC\": 45, \"dt_ms\": 0.025}", "[]");

        assertThat(Experts.of(folder).review(plan))
                .singleElement()
                .asString()
                .startsWith("electrophysiologist: sim.run.temperature_degC is 45, above 40: ");
    }

    @Test
    void theBordersOfARangeRaiseNoQuestion() {
        assertThat(Experts.of(folder).review(PlanSample.of("sim.run", "{\"temperature_degC\": 20}", "[]")))
                .isEmpty();
        assertThat(Experts.of(folder).review(PlanSample.of("sim.run", "{\"temperature_degC\": 40}", "[]")))
                .isEmpty();
    }

    @Test
    void listsSweepsAndVariantsAreReviewedAsWell() {
        var plan = PlanSample.of(
                "sim.run",
                "{\"temperature_degC\": {\"sweep\": [10, 30]}, \"stimuli\": [{\"amplitude_nA\": 1}, {\"amplitude_nA\": 9}]}",
                "[{\"name\": \"warm\", \"set\": {\"sim.run.temperature_degC\": 50}},"
                        + " {\"name\": \"strong\", \"set\": {\"sim.run.stimuli.0.amplitude_nA\": -7}},"
                        + " {\"name\": \"other\", \"set\": {\"sim.run.stimuli\": [{\"amplitude_nA\": 8}]}}]");

        assertThat(Experts.of(folder).review(plan))
                .extracting(s -> s.split(",")[0])
                .containsExactlyInAnyOrder(
                        "electrophysiologist: sim.run.temperature_degC is 10",
                        "electrophysiologist: sim.run.temperature_degC is 50",
                        "electrophysiologist: sim.run.stimuli.amplitude_nA is 9",
                        "electrophysiologist: sim.run.stimuli.amplitude_nA is -7",
                        "electrophysiologist: sim.run.stimuli.amplitude_nA is 8");
    }

    @Test
    void aReviewSaysWhichFilesCouldNotBeHeard() throws IOException {
        Files.writeString(folder.resolve("a.md"), "no front matter");

        assertThat(Experts.of(folder).review(PlanSample.of("sim.run", "{}", "[]")))
                .singleElement()
                .asString()
                .contains("a.md");
    }

    @Test
    void theWordsOfAnExpertsFileAreKnownWithItsName() throws IOException {
        Files.writeString(
                folder.resolve("a.md"),
                "---\nname: patcher\ndescription: d\nbrainwright: {vocabulary: words.yaml}\n---\nYou.\n");
        Files.writeString(folder.resolve("words.yaml"), "m_type:\n  L5_TPC:A: [slender giants, big fives]\n");
        var experts = Experts.of(folder);

        assertThat(experts.vocabulary())
                .containsExactly(
                        new ExtraWord("m_type", "L5_TPC:A", "slender giants", "patcher"),
                        new ExtraWord("m_type", "L5_TPC:A", "big fives", "patcher"));

        Files.writeString(folder.resolve("words.yaml"), "drug:\n  AP5: ketamine\n");
        assertThat(experts.vocabulary()).containsExactly(new ExtraWord("drug", "AP5", "ketamine", "patcher"));
    }

    @Test
    void aFaultOfAVocabularyIsToldWithItsLineAndTheExpertCountsAllTheSame() throws IOException {
        Files.writeString(
                folder.resolve("a.md"),
                "---\nname: patcher\ndescription: d\nbrainwright: {vocabulary: words.yaml}\n---\nYou.\n");
        Files.writeString(folder.resolve("words.yaml"), "m_typ:\n  L5_TPC:A: [a giant]\nm_type:\n  L5_TPC:A: ['42']\n");
        var experts = Experts.of(folder);

        assertThat(experts.faults())
                .singleElement()
                .asString()
                .contains("words.yaml:1", "'m_typ'", "words.yaml:4", "'42'");
        assertThat(experts.named("patcher").description()).isEqualTo("d");
        assertThat(experts.vocabulary()).isEmpty();
    }

    @Test
    void twoChecksThatCannotBothHoldAreTold() throws IOException {
        Files.writeString(
                folder.resolve("a.md"),
                "---\nname: fridge\ndescription: d\nbrainwright: {checks: [{param: sim.run.temperature_degC, max: 10, say: cold}]}\n---\nYou.\n");

        assertThat(Experts.of(folder).faults())
                .singleElement()
                .asString()
                .contains("fridge and electrophysiologist contradict", "at most 10 against 20 to 40");
    }

    @Test
    void twoMeaningsOfOneWordAreToldAndTheFirstCounts() throws IOException {
        for (var name : new String[] {"a", "b"}) {
            Files.writeString(
                    folder.resolve(name + ".md"),
                    "---\nname: %s\ndescription: d\nbrainwright: {vocabulary: %s.yaml}\n---\nYou.\n"
                            .formatted(name, name));
        }
        Files.writeString(folder.resolve("a.yaml"), "drug: {AP5: [blocker]}\n");
        Files.writeString(folder.resolve("b.yaml"), "drug: {CNQX: [Blocker]}\n");
        var experts = Experts.of(folder);

        assertThat(experts.vocabulary()).extracting(ExtraWord::means).containsExactly("AP5");
        assertThat(experts.faults()).singleElement().asString().contains("'Blocker'", "drug AP5 against drug CNQX");
    }

    @Test
    void wordsFindTheExpertWhoseDescriptionTheyFit() {
        var experts = Experts.of(folder);

        assertThat(experts.forWords("which temperature and calcium for the recording?"))
                .map(Expert::name)
                .contains("electrophysiologist");
        assertThat(experts.forWords("are there hubs and simplices?"))
                .map(Expert::name)
                .contains("connectomics");
        assertThat(experts.forWords("make a movie with other colours"))
                .map(Expert::name)
                .contains("graphics-engineer");
        assertThat(experts.forWords("hello there")).isEmpty();
        assertThat(experts.forWords("@literature which temperature?"))
                .map(Expert::name)
                .contains("literature");
    }

    @Test
    void aPlanIsHandedFromStageToStageAsTheFilesAllow() {
        var plan = io.brainwright.agents.plan.PlanJson.read("""
                {"schema": "brainwright-plan/1", "version": 1, "request": "a test", "hypothesis": {"text": "a test"},
                 "steps": [{"id": "1", "action": "placement.cells", "params": {}, "needs": []},
                           {"id": "2", "action": "synthesis.dendrites", "params": {}, "needs": []},
                           {"id": "3", "action": "sim.run", "params": {}, "needs": []},
                           {"id": "4", "action": "render.plot", "params": {}, "needs": []}],
                 "variants": [], "assumptions": [], "questions": []}
                """);

        assertThat(Experts.of(folder).handoffs("@electrophysiologist stimulate", plan))
                .containsExactly(
                        "electrophysiologist hands over to anatomist: placement.cells, synthesis.dendrites",
                        "anatomist hands over to electrophysiologist: sim.run",
                        "electrophysiologist hands over to graphics-engineer: render.plot");
    }

    @Test
    void aNewExpertIsWrittenAndJoinsAtOnce() throws IOException {
        var experts = Experts.of(folder);
        var file = new NewExpert("morpheus", List.of("sim", "library"), List.of("sleep spindles"), "inherit", false)
                .write(folder);

        assertThat(experts.faults()).isEmpty();
        assertThat(experts.named("morpheus").mayUse("search_library")).isTrue();
        assertThat(experts.named("morpheus").mayUse("propose_plan")).isTrue();
        assertThat(experts.named("morpheus").mayUse("describe_region")).isFalse();
        assertThat(experts.forWords("what makes sleep spindles?"))
                .map(Expert::name)
                .contains("morpheus");
        assertThat(file).hasFileName("morpheus.md");
        assertThatThrownBy(() -> new NewExpert("morpheus", List.of(), List.of("x"), "inherit", true).write(folder))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("already"));
    }

    @Test
    void aNewExpertCannotWriteOutsideItsFolderOrSmuggleKeys() {
        assertThatThrownBy(() -> new NewExpert("../evil", List.of(), List.of("x"), "inherit", true).write(folder))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() ->
                        new NewExpert("evil", List.of(), List.of("x\"\ntools: [\"*"), "inherit", true).write(folder))
                .isInstanceOf(Problem.class);
        assertThat(folder.resolve("evil.md")).doesNotExist();
    }

    @Test
    void aSkillIsReadOnlyByAnExpertWhoseFileListsIt() throws IOException {
        var skills = Files.createDirectories(folder.resolve("skills"));
        Files.createDirectories(skills.resolve("patching"));
        Files.writeString(skills.resolve("patching/SKILL.md"), "Pull the pipette.");
        Files.writeString(folder.resolve("secret.md"), "no front matter");
        Files.writeString(
                folder.resolve("a.md"), "---\nname: patcher\ndescription: d\nskills: [patching, absent]\n---\nYou.\n");
        var patcher = Experts.of(folder).named("patcher");

        assertThat(SkillFile.read(skills, patcher, "patching")).isEqualTo("Pull the pipette.");
        assertThatThrownBy(() -> SkillFile.read(skills, patcher, "absent")).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> SkillFile.read(skills, patcher, "../secret")).hasMessageContaining("has no skill");
    }

    private void write(String file, String name, String description) throws IOException {
        Files.writeString(
                folder.resolve(file), "---\nname: %s\ndescription: %s\n---\nYou.\n".formatted(name, description));
    }
}
