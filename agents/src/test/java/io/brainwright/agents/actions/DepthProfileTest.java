package io.brainwright.agents.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.proto.fabric.v1.Series;
import io.brainwright.proto.render.v1.Plot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepthProfileTest {
    private static Series series(String metric, String group, double... y) {
        var s = Series.newBuilder()
                .setMetric(metric)
                .setGroup(group)
                .setXLabel("depth (um)")
                .setYLabel("cells per mm3");
        for (int i = 0; i < y.length; i++) {
            s.addX(100 * i).addY(y[i]);
        }
        return s.build();
    }

    @Test
    void depthRunsDownAndTheRecipeAndLayersStandBeside() {
        var plot = Plot.newBuilder();
        DepthProfile.of(List.of(
                        series("density_by_depth", "all", 1, 2),
                        series("recipe_density_by_depth", "recipe × 0.381", 3, 3),
                        series("layer", "L1", 3, 3)))
                .into(plot);
        assertThat(plot.getSeries(0).getGroup()).isEqualTo("placed");
        assertThat(plot.getSeries(0).getXList()).containsExactly(1., 2.);
        assertThat(plot.getSeries(0).getYList()).containsExactly(0., 100.);
        assertThat(plot.getSeries(0).getYLabel()).isEqualTo("depth (um)");
        assertThat(plot.getBeside(0).getXList()).containsExactly(3., 3.);
        assertThat(plot.getBands(0).getTo()).isEqualTo(100);
        assertThat(plot.getBands(0).getName()).isEqualTo("L1");
    }

    @Test
    void ofManyTypesTheDensestAreShownEachWithItsRecipe() {
        var all = new ArrayList<Series>();
        for (int t = 0; t < 20; t++) {
            all.add(series("density_by_depth", "T" + t, t, t));
            all.add(series("recipe_density_by_depth", "T" + t + ", recipe", t, t));
        }
        var profile = DepthProfile.of(all);
        assertThat(profile.placed())
                .extracting(Series::getGroup)
                .containsExactly("T13", "T14", "T15", "T16", "T17", "T18", "T19");
        assertThat(profile.recipe())
                .extracting(Series::getGroup)
                .startsWith("T13, recipe")
                .hasSize(7);
    }
}
