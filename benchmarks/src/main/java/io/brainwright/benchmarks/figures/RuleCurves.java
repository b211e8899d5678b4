package io.brainwright.benchmarks.figures;

import io.brainwright.placement.model.rules.CellScores;
import io.brainwright.placement.model.rules.Height;
import io.brainwright.placement.model.rules.LayerProfile;
import io.brainwright.placement.model.rules.PlacementRule;
import io.brainwright.placement.model.rules.ScaleBias;
import io.brainwright.placement.model.rules.Stretch;
import io.brainwright.render.model.plot.Curve;
import io.brainwright.render.model.plot.Drawing;
import io.brainwright.render.model.plot.Figure;
import java.util.List;
import java.util.Map;

/** Each placement rule by itself and all together, for a stretch 100 to 150 um above a soma that rises towards a layer from 900 to 1000 um. */
final class RuleCurves {
    private static final int LOWEST_um = 740;
    private static final int HIGHEST_um = 910;

    private RuleCurves() {}

    static Figure figure() {
        var low = new Height("1", 0);
        var high = new Height("1", 1);
        var below = new PlacementRule.Below("below", high, PlacementRule.TOLERANCE_um);
        var target = new PlacementRule.Target("target", low, high);
        var occupy = new PlacementRule.Occupy("occupy", low, high);
        return ScoreFigure.figure(
                Drawing.LINES,
                "score",
                List.of(
                        curve("below: L", List.of(below)),
                        curve("region_target: I", List.of(target)),
                        curve("region_occupy: I", List.of(occupy)),
                        curve("all together: S", List.of(below, target, occupy))),
                List.of());
    }

    private static Curve curve(String name, List<PlacementRule> rules) {
        var stretch = new Stretch(100, 150);
        var scores = new CellScores(rules, List.of(Map.of("below", stretch, "target", stretch, "occupy", stretch)));
        var y_um = new double[HIGHEST_um - LOWEST_um + 1];
        var score = new double[y_um.length];
        var one = new double[1];
        for (int i = 0; i < y_um.length; i++) {
            y_um[i] = LOWEST_um + i;
            scores.at(new LayerProfile(List.of("1"), y_um[i], 900, 1000), 1, ScaleBias.UNIFORM, one);
            score[i] = one[0];
        }
        return new Curve(name, y_um, score);
    }
}
