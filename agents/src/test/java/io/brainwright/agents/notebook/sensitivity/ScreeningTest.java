package io.brainwright.agents.notebook.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.agents.notebook.Findings;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.Studies;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreeningTest {
    @TempDir
    Path workspace;

    /** A plan with a count, a value with units, two seeds, a derived value and a word among its assumptions. */
    private static Plan plan() {
        var tree = PlanJson.tree(Studies.plan());
        tree.set(
                "steps",
                tree.arrayNode()
                        .addAll(
                                List.of(
                                        read("""
                                {"id": "s1", "action": "placement.cells", "params": {"count": 60, "seed": 0}, "needs": []}"""),
                                        read("""
                                {"id": "s2", "action": "sim.run", "params": {"duration_ms": 40, "ca_mM": 2, "mg_mM": 1,
                                 "stimuli": [{"kind": "current_step", "amplitude_nA": 0.5}]}, "needs": ["s1"]}"""),
                                        read(
                                                "{\"id\": \"s3\", \"action\": \"render.plot\", \"params\": {}, \"needs\": [\"s2\"]}"))));
        tree.set("assumptions", read("""
                [{"path": "sim.run.ca_mM", "value": 2, "unit": "mM", "source": "x", "alternatives": ["1.05 to 1.2 (in-vivo-like)"]},
                 {"path": "sim.run.stimuli.0.amplitude_nA", "value": 0.5, "unit": "nA", "source": "x", "alternatives": ["larger"]},
                 {"path": "placement.cells.count", "value": 60, "unit": "1", "source": "x", "alternatives": []},
                 {"path": "sim.run.stimuli.0.kind", "value": "current_step", "unit": "1", "source": "x", "alternatives": []},
                 {"path": "placement.cells.thinning", "value": 0.1, "unit": "1", "source": "x", "alternatives": []},
                 {"path": "placement.cells.seed", "value": 0, "unit": "1", "source": "x", "alternatives": ["1; 2", "2", "3"]}]"""));
        return PlanJson.read(tree);
    }

    private static tools.jackson.databind.JsonNode read(String json) {
        return tools.jackson.databind.json.JsonMapper.shared().readTree(json);
    }

    private Findings findings(int spikes) {
        try {
            var folder = workspace.resolve("f" + spikes);
            return new Notebook(workspace, new Studies.Catalogue())
                    .findings(folder, Studies.plan(), Studies.result(folder, spikes));
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void alternativesOfThePlanComeFirstAndElseTwentyPercent() {
        var trials = Trials.of(plan(), null);
        assertThat(trials.trials())
                .extracting(t -> t.path() + " " + t.to())
                .containsExactly(
                        "sim.run.ca_mM 1.05",
                        "sim.run.ca_mM 1.2",
                        "sim.run.stimuli.0.amplitude_nA 0.4",
                        "sim.run.stimuli.0.amplitude_nA 0.6",
                        "placement.cells.count 48",
                        "placement.cells.count 72",
                        "placement.cells.seed 1",
                        "placement.cells.seed 2",
                        "placement.cells.seed 3");
        assertThat(trials.leftOut()).containsOnlyKeys("sim.run.stimuli.0.kind", "placement.cells.thinning");
    }

    @Test
    void aTrialChangesOneValueAndDropsThePictures() {
        var trial = Trials.of(plan(), "sim.run.ca_mM").trials().getFirst();
        var plan = trial.plan();
        assertThat(plan.steps("sim.run").getFirst().params().path("ca_mM").asDouble())
                .isEqualTo(1.05);
        assertThat(plan.steps("sim.run").getFirst().params().path("mg_mM").asDouble())
                .isEqualTo(1);
        assertThat(plan.assumptions().getFirst().value().asDouble()).isEqualTo(1.05);
        assertThat(plan.assumptions().getFirst().source()).contains("varied from 2");
        assertThat(plan.steps("render.plot")).isEmpty();
        assertThat(plan.hash()).isNotEqualTo(plan().hash());
    }

    @Test
    void onlyOneAssumptionIsVariedWhereAskedAndTheSeedsForTheNoise() {
        assertThat(Trials.of(plan(), "placement.cells.count").trials())
                .extracting(Trial::path)
                .containsOnly("placement.cells.count", "placement.cells.seed");
        assertThatThrownBy(() -> Trials.of(plan(), "sim.run.ca"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.remedy()).contains("sim.run.ca_mM"));
    }

    /** 30 spikes of 20 cells in 35 ms against 1: a difference of 29 · 1000 / 700 Hz; each spike is 1.4286 Hz. */
    @Test
    void changesAreSetAgainstTheNoiseOfSeedsAndRanked() {
        var spikes = Map.of(
                "sim.run.ca_mM=1.05", 10,
                "sim.run.ca_mM=1.2", 31,
                "placement.cells.seed=1", 29,
                "placement.cells.seed=2", 31,
                "placement.cells.seed=3", 30);
        var s = Screening.of(
                findings(30),
                Studies.plan(),
                Trials.of(plan(), "sim.run.ca_mM"),
                t -> findings(Objects.requireNonNull(spikes.get(t.path() + "=" + t.to()))));
        assertThat(s.number()).isEqualTo("mean rate, L4, stimulated minus L4, control");
        assertThat(s.seeds()).isEqualTo(4);
        double one_Hz = 1000.0 / 700;
        assertThat(Objects.requireNonNull(s.noise())).isCloseTo(Math.sqrt(2.0 / 3) * one_Hz, within(1e-9));
        var first = s.effects().getFirst();
        assertThat(first.to()).isEqualTo("1.05");
        assertThat(Objects.requireNonNull(first.change())).isCloseTo(-20 * one_Hz, within(1e-9));
        assertThat(Objects.requireNonNull(first.inNoise())).isCloseTo(-20 / Math.sqrt(2.0 / 3), within(1e-9));
        assertThat(SensitivityPage.answer(s)).contains("No variation turned the verdict", "sim.run.ca_mM");
    }

    @Test
    void aVariationThatTurnsTheVerdictIsSaid() {
        var s = Screening.of(
                findings(30), Studies.plan(), Trials.of(plan(), "sim.run.ca_mM"), t -> findings(t.seed() ? 30 : 0));
        assertThat(SensitivityPage.answer(s)).contains("The verdict turns with sim.run.ca_mM", "Seeds change nothing");
    }

    @Test
    void aRefusedVariationIsReportedAndTheOthersGoOn() throws Exception {
        var entry = Studies.write(workspace, 30);
        var s = Screening.of(entry.findings(), entry.plan(), Trials.of(plan(), null), t -> {
            if (t.to().asDouble() == 1.05) {
                throw new Problem(Kind.INVALID, "X", "Calcium is too low.", "Take more.", Map.of());
            }
            return findings(25);
        });
        var page = SensitivityFiles.write(entry, s);
        assertThat(Files.readString(page))
                .contains(
                        "## Sensitivity",
                        "refused: Calcium is too low. Take more.",
                        "Not varied: `placement.cells.thinning`");
        assertThat(entry.folder().resolve("sensitivity.json")).isRegularFile();
    }

    @Test
    void aStopEndsTheScreening() {
        assertThatThrownBy(() -> Screening.of(findings(30), Studies.plan(), Trials.of(plan(), null), t -> {
                    throw new Problem(Kind.CANCELLED, "STOPPED", "Stopped.", "", Map.of());
                }))
                .isInstanceOf(Problem.class);
    }

    @Test
    void withoutSeedsTheNoiseIsNotKnownAndSaid() {
        var s = Screening.of(findings(30), Studies.plan(), Trials.of(Studies.plan(), null), t -> findings(20));
        assertThat(s.noise()).isNull();
        assertThat(SensitivityPage.answer(s)).contains("noise of seeds is not known");
    }

    @Test
    void thePictureHoldsABarForEachAssumption() throws Exception {
        var s = Screening.of(
                findings(30),
                Studies.plan(),
                Trials.of(plan(), null),
                t -> findings(t.seed() ? 30 + t.to().asInt() : t.to().asInt()));
        var image = ImageIO.read(new ByteArrayInputStream(TornadoPlot.png(s)));
        var colours = new HashSet<Integer>();
        Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .forEach(colours::add);
        assertThat(colours).contains(0xff3b6fb6, 0xffc8642b, 0xffe4e7ea);
        assertThat(image.getHeight()).isGreaterThan(3 * 44);
    }
}
