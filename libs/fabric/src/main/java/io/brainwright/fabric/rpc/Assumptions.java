package io.brainwright.fabric.rpc;

import io.brainwright.neuro.recipe.RecipeValue;
import io.brainwright.proto.fabric.v1.Assumption;

/** Tells scientists what was not theirs: recipe values and defaults, each with its source. */
public final class Assumptions {
    private Assumptions() {}

    /** A value of a recipe, with its alternatives and its generalisations. */
    public static Assumption of(RecipeValue value) {
        return Assumption.newBuilder()
                .setPath(value.path())
                .setValue(String.valueOf(value.value()))
                .setUnit(value.unit())
                .setSource(value.source())
                .addAllAlternatives(value.alternatives())
                .addAllGeneralised(value.generalised())
                .build();
    }

    /** A default of a request. */
    public static Assumption chosen(String path, String value, String unit, String reason) {
        return Assumption.newBuilder()
                .setPath(path)
                .setValue(value)
                .setUnit(unit)
                .setSource("chosen: " + reason)
                .build();
    }
}
