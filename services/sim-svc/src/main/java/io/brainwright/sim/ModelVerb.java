package io.brainwright.sim;

import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.neuro.morphology.io.SwcMorphology;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.sim.cases.ModelCase;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sonata.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code emodel ETYPE --morphology FILE --amplitude NA... --out CASE.json [--layer L] [--duration MS]}: an electrical model
 * as a case file that {@code sim run} takes; its morphology, without the axon, lies beside it.
 */
final class ModelVerb {
    private static final double DURATION_MS = 1000;

    private final List<Double> amplitudes_nA = new ArrayList<>();
    private @Nullable String etype;
    private @Nullable Path morphology;
    private @Nullable Path out;
    private int layer;
    private double duration_ms = DURATION_MS;

    private ModelVerb() {}

    /** @param arguments those after the verb */
    static int run(List<String> arguments) {
        var verb = new ModelVerb();
        for (int i = 0; i < arguments.size(); i += arguments.get(i).startsWith("--") ? 2 : 1) {
            verb.read(arguments.get(i), i + 1 < arguments.size() ? arguments.get(i + 1) : "");
        }
        return verb.write();
    }

    private void read(String option, String value) {
        switch (option) {
            case "--morphology" -> morphology = Path.of(value);
            case "--out" -> out = Path.of(value);
            case "--layer" -> layer = (int) number(option, value);
            case "--amplitude" -> amplitudes_nA.add(number(option, value));
            case "--duration" -> duration_ms = number(option, value);
            default -> {
                if (option.startsWith("--") || etype != null) {
                    throw wrong(option, "is not known; --morphology, --amplitude, --layer, --duration and --out are");
                }
                etype = option;
            }
        }
    }

    private int write() {
        if (etype == null || morphology == null || out == null || amplitudes_nA.isEmpty() || !(duration_ms > 0)) {
            throw wrong("emodel", "needs ETYPE, --morphology FILE, --amplitude NA (once or more) and --out CASE.json");
        }
        var recipe = RecipeFile.open(ElectricalModels.RECIPE);
        var model = ElectricalModels.of(recipe).of(etype, layer);
        var swc = out.resolveSibling(model.name() + ".swc");
        var shape = ModelCase.withoutAxon(MorphologyFile.read(morphology));
        JsonFile.write(
                out,
                ModelCase.of(model, swc.getFileName(), recipe.number("fixed.v_init_mV"), amplitudes_nA, duration_ms));
        SwcMorphology.write(shape, swc); // after the case, which makes the folder
        System.out.println(out);
        return 0;
    }

    private static double number(String option, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw wrong(option, "is '%s'; a number belongs here".formatted(text));
        }
    }

    private static Problem wrong(String field, String fault) {
        return Problem.invalid("The command cannot be read.", List.of(new FieldFault(field, fault)));
    }
}
