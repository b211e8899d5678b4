package io.brainwright.fabric.rpc;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.recipe.OwnNumber;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.recipe.RecipeReaders;
import io.brainwright.proto.fabric.v1.OwnValue;
import io.brainwright.proto.fabric.v1.OwnValues;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The scientist's own numbers in a stage's request: checked, and in the one order and form that makes equal requests equal. */
public final class OwnNumbers {
    private OwnNumbers() {}

    /** As the recipe takes them. */
    public static List<OwnNumber> of(OwnValues values) {
        return values.getValuesList().stream()
                .map(v -> new OwnNumber(v.getPath(), v.getValue()))
                .toList();
    }

    /**
     * Sorted by path, without those that are the recipe's anyway.
     *
     * @param stage that is asked; numbers that it does not read are faults
     * @return empty where nothing is left, so that the field stays absent and the id as it was
     */
    public static Optional<OwnValues> complete(
            OwnValues asked, String stage, RecipeFile recipe, List<FieldFault> faults) {
        var seen = new HashSet<String>();
        for (var own : asked.getValuesList()) {
            var field = "own_values." + own.getPath();
            if (!RecipeReaders.of(recipe.name(), own.getPath()).equals(Optional.of(stage))) {
                faults.add(new FieldFault(
                        field, "is no number of recipe '%s' that %s builds from.".formatted(recipe.name(), stage)));
            } else if (!Double.isFinite(own.getValue())) {
                faults.add(new FieldFault(field, "is %s; give a number.".formatted(own.getValue())));
            } else if (own.getPath().matches(".*(thickness_um|radius_um|area_mm2|region_share|per_mm3.*)")
                    && own.getValue() <= 0) {
                faults.add(new FieldFault(field, "is %s; give a number above 0.".formatted(own.getValue())));
            } else if (own.getPath().endsWith("_fraction") && !(own.getValue() >= 0 && own.getValue() <= 1)) {
                faults.add(new FieldFault(field, "is %s; a share lies between 0 and 1.".formatted(own.getValue())));
            }
            if (!seen.add(own.getPath())) {
                faults.add(new FieldFault(field, "stands twice."));
            }
        }
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        var kept = asked.getValuesList().stream()
                .filter(own -> own.getValue() != recipe.number(own.getPath()))
                .sorted(Comparator.comparing(OwnValue::getPath))
                .toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(OwnValues.newBuilder().addAllValues(kept).build());
    }
}
