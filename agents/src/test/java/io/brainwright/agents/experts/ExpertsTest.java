package io.brainwright.agents.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpertsTest {
    @TempDir
    Path folder;

    @Test
    void threeExpertsShipAndTheirFilesAreSound() {
        var experts = Experts.of(folder.resolve("absent"));

        assertThat(experts.all())
                .extracting(Expert::name)
                .containsExactly("anatomist", "electrophysiologist", "graphics-engineer");
        assertThat(experts.faults()).isEmpty();
        assertThat(experts.all()).allSatisfy(e -> assertThat(e.checks()).isNotEmpty());
    }

    @Test
    void theScientistsOwnExpertWinsByName() throws IOException {
        write("mine.md", "anatomist", "my own");

        assertThat(Experts.of(folder).named("anatomist").description()).isEqualTo("my own");
        assertThat(Experts.of(folder).all()).hasSize(3);
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

    private void write(String file, String name, String description) throws IOException {
        Files.writeString(
                folder.resolve(file), "---\nname: %s\ndescription: %s\n---\nYou.\n".formatted(name, description));
    }
}
