package io.brainwright.agents.actions;

import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.StepContext;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.proto.sim.v1.ThresholdRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Threshold currents of the cells of a run, found where one of its stimuli is measured by them. */
final class Thresholds {
    private Thresholds() {}

    /** The request with the thresholds that it needs; {@code measures} and {@code words} take what was found. */
    static SimRequest given(StepContext context, SimRequest request, List<Measure> measures, List<String> words) {
        if (request.getStimuliList().stream().noneMatch(Thresholds::needs)) {
            return request;
        }
        var asked = ThresholdRequest.newBuilder()
                .setCells(request.getCells())
                .setMorphologies(request.getMorphologies())
                .setDtMs(request.getDtMs())
                .setTemperatureDegC(request.getTemperatureDegC());
        OwnRecipe.give(context.plan(), "sim", asked::setOwnValues);
        var made =
                context.build("sim thresholds", () -> context.services().sim().thresholds(asked.build()));
        tell(context, made, measures, words);
        return request.toBuilder().setThresholds(made).build();
    }

    private static boolean needs(Stimulus stimulus) {
        return stimulus.hasCurrentStep() && stimulus.getCurrentStep().getPercentOfThreshold() != 0;
    }

    private static void tell(StepContext context, DatasetRef made, List<Measure> measures, List<String> words) {
        var all = context.datasets()
                .read(new DatasetId(made.getId()), "thresholds")
                .floats("threshold_current");
        var known = new double[all.length];
        int n = 0;
        int unasked = 0;
        for (float nA : all) {
            if (!Float.isNaN(nA)) {
                known[n++] = nA;
                unasked += nA == 0 ? 1 : 0;
            }
        }
        Arrays.sort(known, 0, n);
        if (n > 0) {
            measures.add(Measure.of(context, "threshold_current", "median of all cells", known[n / 2], "nA", n));
            words.add(String.format(
                    Locale.ROOT,
                    "Threshold currents (the least step of 200 ms into the soma that makes a cell fire): %.3f to %.3f nA.",
                    known[0],
                    known[n - 1]));
        }
        if (unasked > 0) {
            words.add("%d cells fire without any current: the stimulus gives them none.".formatted(unasked));
        }
        if (n < all.length) {
            words.add(
                    "%d cells fire at no step up to 10.24 nA: the stimulus leaves them out.".formatted(all.length - n));
        }
    }
}
