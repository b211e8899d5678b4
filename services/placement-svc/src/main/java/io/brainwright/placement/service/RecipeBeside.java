package io.brainwright.placement.service;

import io.brainwright.fabric.rpc.MeasuredAnswer;
import io.brainwright.neuro.recipe.MType;
import io.brainwright.placement.model.Placement;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What the recipe says of the density, to stand beside what was placed: by layer, at the density and shares that were asked for, times the
 * fraction that was placed where the shape was thinned.
 */
final class RecipeBeside {
    private final Placement placement;
    private final MeasuredAnswer answer;

    RecipeBeside(Placement placement, MeasuredAnswer answer) {
        this.placement = placement;
        this.answer = answer;
    }

    /** The mean over the filled layers. */
    void mean(String group, List<Integer> layers, Predicate<MType> counted, TissueVolume volume) {
        double cells = 0;
        double mm3 = 0;
        for (int layer : layers) {
            cells += density(layer, counted) * volume.layer_mm3(layer);
            mm3 += volume.layer_mm3(layer);
        }
        answer.number("recipe_density", group, cells / mm3, "1/mm3", layers.size());
    }

    /** Steps from the pia down, one for each layer that is filled. */
    void curve(String group, Predicate<MType> counted) {
        var curve = answer.curve("recipe_density_by_depth", group, "depth (um)", "cells per mm3");
        double reached_um = Double.NaN;
        for (int number : placement.layers()) {
            var layer = layer(number);
            if (layer.top_um() > reached_um) {
                curve.addX(reached_um).addY(Double.NaN); // a layer between is not filled
            }
            double per_mm3 = density(number, counted);
            curve.addX(layer.top_um()).addY(per_mm3);
            curve.addX(layer.bottom_um()).addY(per_mm3);
            reached_um = layer.bottom_um();
        }
    }

    /** Where the layers lie. */
    void layers() {
        for (int number : placement.layers()) {
            double per_mm3 = density(number, _ -> true);
            answer.curve("layer", "L" + number, "depth (um)", "cells per mm3")
                    .addX(layer(number).top_um())
                    .addX(layer(number).bottom_um())
                    .addY(per_mm3)
                    .addY(per_mm3);
        }
    }

    /** "recipe", "recipe × 0.381". */
    String name() {
        return placement.fraction() == 1 ? "recipe" : String.format(Locale.ROOT, "recipe × %.3f", placement.fraction());
    }

    void note(double densityScale) {
        answer.note("recipe_density: neurons per mm3 as the recipe says, by layer%s%s. %s"
                .formatted(
                        densityScale == 1 ? "" : ", times the density_scale %s".formatted(densityScale),
                        placement.fraction() == 1
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        ", times the fraction %.4f of the shape's cells that was placed",
                                        placement.fraction()),
                        source()));
    }

    private String source() {
        var total =
                placement.tiles().getFirst().region().sheet().recipe().file().value("totals.neurons_per_mm3");
        return "Source: %s%s. In print as well: %s."
                .formatted(
                        total.source(),
                        total.generalised().isEmpty()
                                ? ""
                                : " [generalised: " + String.join(", ", total.generalised()) + "]",
                        String.join("; ", total.alternatives()));
    }

    private double density(int layer, Predicate<MType> counted) {
        return placement.recipe_per_mm3(layer, counted) * placement.fraction();
    }

    private io.brainwright.neuro.recipe.Layer layer(int number) {
        return placement.tiles().getFirst().region().sheet().recipe().layer(number);
    }
}
