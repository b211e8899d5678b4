package io.brainwright.placement.model.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacementScoresTest {
    private static final List<String> LAYERS = List.of("1", "2");

    @TempDir
    private Path folder;

    /** Layer 1 from 900 to 1000 um, layer 2 from 600 to 900 um. */
    private static LayerProfile soma(double y_um) {
        return new LayerProfile(LAYERS, y_um, 900, 1000, 600, 900);
    }

    private static double score(PlacementRule rule, double y_um, double scale, Map<String, Stretch> cell) {
        var score = new double[1];
        new CellScores(List.of(rule), List.of(cell)).at(soma(y_um), scale, ScaleBias.UNIFORM, score);
        return score[0];
    }

    @Test
    void thePublishedScoresComeOutLineByLine() throws IOException {
        var published = Reference.path("anatomy/placement");
        var candidates = new Candidates(
                RuleFiles.rules(published.resolve("rules.xml")), published, List.of("1", "2", "3", "4", "5", "6"));
        var lines = candidates.score(published.resolve("candidates.csv")).stream()
                .map(s -> String.format(Locale.ROOT, "%s %s %.3f", s.cell(), s.place(), s.score()))
                .toList();
        assertThat(lines).isEqualTo(Files.readAllLines(published.resolve("scores.csv")));
        assertThat(candidates.unannotated()).containsExactly("no-annotation");
    }

    @Test
    void aRuleThatScoresNothingIsNamed() {
        var rules = RuleFiles.rules(Reference.path("anatomy/placement/rules.xml"));
        assertThat(rules.skipped()).containsExactly("ScaleBias: prefer_unscaled");
        assertThat(rules.of("L1_SAC")).hasSize(4);
        assertThat(rules.of("L5_MC")).hasSize(2);
    }

    @Test
    void halfTheToleranceAboveTheLimitIsHalfTheScore() {
        var below = new PlacementRule.Below("top", new Height("1", 1), 30);
        assertThat(score(below, 800, 1, Map.of("top", new Stretch(-50, 215)))).isCloseTo(0.5, within(1e-12));
        assertThat(score(below, 800, 1, Map.of("top", new Stretch(-50, 200)))).isEqualTo(1);
        assertThat(score(below, 800, 1, Map.of("top", new Stretch(-50, 231)))).isZero();
        assertThat(score(below, 800, 0.9, Map.of("top", new Stretch(-50, 222)))).isEqualTo(1);
    }

    @Test
    void aTargetIsMetByAnyShareAnOccupiedLayerOnlyByAllOfIt() {
        var half = Map.of("tuft", new Stretch(100, 150));
        var layer = new Height("1", 0);
        var top = new Height("1", 1);
        assertThat(score(new PlacementRule.Target("tuft", layer, top), 800, 1, half)).isEqualTo(1);
        assertThat(score(new PlacementRule.Occupy("tuft", layer, top), 800, 1, half)).isCloseTo(0.5, within(1e-12));
        assertThat(score(new PlacementRule.Target("tuft", layer, top), 775, 1, half)).isCloseTo(0.5, within(1e-12));
        assertThat(score(new PlacementRule.Target("tuft", layer, top), 700, 1, half)).isZero();
    }

    @Test
    void aMissingAnnotationLeavesTheRuleAway() {
        assertThat(score(new PlacementRule.Target("tuft", new Height("1", 0), new Height("1", 1)), 0, 1, Map.of()))
                .isEqualTo(1);
        assertThat(score(new PlacementRule.Below("top", new Height("1", 1), 30), 5000, 1, Map.of())).isEqualTo(1);
    }

    @Test
    void overlapsMeetInTheirHarmonicMean() {
        var rules = new ArrayList<PlacementRule>();
        rules.add(new PlacementRule.Occupy("a", new Height("1", 0), new Height("1", 1)));
        rules.add(new PlacementRule.Occupy("b", new Height("2", 0), new Height("2", 1)));
        var score = new double[1];
        new CellScores(rules, List.of(Map.of("a", new Stretch(100, 150), "b", new Stretch(-200, 100))))
                .at(soma(800), 1, ScaleBias.LINEAR, score);
        assertThat(score[0]).isCloseTo(2 / (1 / 0.5 + 1 / 1.0), within(1e-12));
    }

    @Test
    void aStretchedCellCountsLess() {
        assertThat(ScaleBias.LINEAR.of(1.25)).isEqualTo(0.8);
        assertThat(ScaleBias.LINEAR.of(0.8)).isEqualTo(0.8);
        assertThat(ScaleBias.GAUSSIAN.of(1.25)).isCloseTo(Math.exp(-0.5), within(1e-15));
        assertThat(ScaleBias.UNIFORM.of(3)).isEqualTo(1);
    }

    @Test
    void brokenFilesAreToldWithLineAndValue() throws IOException {
        assertThatThrownBy(() -> RuleFiles.rules(write("<placement_rules>\n<global_rule_set>\n"
                        + "<rule id='a' type='below' y_layer='1' y_fraction='x'/></global_rule_set></placement_rules>")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("'x'");
        assertThatThrownBy(() -> RuleFiles.rules(write("<placement_rules>\n<global_rule_set>")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be read as XML");
        assertThatThrownBy(() -> RuleFiles.annotations(write("<annotations>\n<placement rule='a' y_min='5' y_max='1'/></annotations>")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("above y_max");
        assertThatThrownBy(() -> RuleFiles.rules(write("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n"
                        + "<placement_rules><global_rule_set><rule id='&e;' type='below'/></global_rule_set></placement_rules>")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aCandidateWithTooFewColumnsIsToldWithItsLine() throws IOException {
        var rules = new PlacementRules(List.of(), Map.of(), List.of());
        assertThatThrownBy(() -> new Candidates(rules, folder, LAYERS).score(write("a L1_HAC 1 800 900 1000 600 900\na L1_HAC 2 800 900\n")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("8 are right");
    }

    private Path write(String text) throws IOException {
        var file = folder.resolve("file.xml");
        Files.writeString(file, text);
        return file;
    }
}
