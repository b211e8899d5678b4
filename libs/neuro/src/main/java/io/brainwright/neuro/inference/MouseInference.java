package io.brainwright.neuro.inference;

import io.brainwright.neuro.recipe.RecipeFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all the mouse's measurements together say of each region and class: the web's most likely value with its 90 % interval, and the value after
 * the consistency linear programme. Learned once, at the first question; some seconds.
 */
public final class MouseInference {
    private static @Nullable MouseInference shipped;

    private final Estimate estimate;
    private final Predictor predictor;
    private final Map<String, Map<String, Double>> programme;

    private MouseInference(RecipeFile recipe) {
        estimate = Estimator.learn(MouseWeb.of(recipe));
        predictor = Predictor.of(estimate);
        programme = MouseProgramme.solve(recipe, estimate, MouseProgramme.means(estimate.web()));
    }

    /** That of the recipe which ships. */
    public static synchronized MouseInference shipped() {
        if (shipped == null) {
            shipped = new MouseInference(RecipeFile.open("mouse-ccf"));
        }
        return shipped;
    }

    /**
     * Most likely density with its 90 % interval, cells per mm3.
     *
     * @param type "PV+", "SST+", "VIP+" or "inhibitory neuron"
     */
    public Predictor.Interval density(String region, String type) {
        return predictor.of(expression(region, type), "");
    }

    /** The same after the linear programme, in which the classes lie within all inhibitory cells. */
    public double programme_per_mm3(String region, String type) {
        return programme.getOrDefault(region, Map.of()).getOrDefault(type, Double.NaN);
    }

    private Expression expression(String region, String type) {
        if (!type.equals(MouseProgramme.TOTAL)) {
            return one(region, type);
        }
        var sum = one(region, MouseWeb.MARKERS.getFirst());
        for (var marker : MouseWeb.MARKERS.subList(1, MouseWeb.MARKERS.size())) {
            sum = sum.plus(one(region, marker));
        }
        return sum;
    }

    private Expression one(String region, String marker) {
        return Expression.of(estimate.web().quantity(region + " " + marker));
    }
}
