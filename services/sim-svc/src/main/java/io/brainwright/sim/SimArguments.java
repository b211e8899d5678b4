package io.brainwright.sim;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.field.Source.Point;
import io.brainwright.sim.model.solver.Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said on the command line of {@link SimMain}: the verb with its files, and the options. */
final class SimArguments {
    private final List<String> words = new ArrayList<>();
    private Backend backend = Backend.AUTO;
    private int threads = Runtime.getRuntime().availableProcessors();
    private @Nullable Path out;
    private final List<Point> places = new ArrayList<>();
    private double checkpointEvery_ms;
    private boolean resume;
    private boolean estimate;
    private boolean json;

    private SimArguments() {}

    /** @throws Problem INVALID where an option is unknown, or its value is none that it can have */
    static SimArguments of(String... arguments) {
        var said = new SimArguments();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--json" -> said.json = true;
                case "--backend", "--back-end" -> said.backend = Backend.named(value(arguments, ++i));
                case "--threads" -> said.threads = number(value(arguments, ++i));
                case "--at" -> said.places.add(place(value(arguments, ++i)));
                case "--checkpoint-every" -> said.checkpointEvery_ms = milliseconds(value(arguments, ++i));
                case "--estimate" -> said.estimate = true;
                case "--resume" -> said.resume = true;
                case "--out" -> said.out = Path.of(value(arguments, ++i));
                default -> said.words.add(word(arguments[i]));
            }
        }
        return said;
    }

    private static String word(String argument) {
        if (argument.startsWith("--")) {
            throw wrong(
                    argument,
                    "is no option; --backend, --threads, --out, --checkpoint-every, --resume, --estimate, --at and --json are");
        }
        return argument;
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw wrong(arguments[i - 1], "needs a value");
        }
        return arguments[i];
    }

    private static int number(String text) {
        try {
            int n = Integer.parseInt(text);
            if (n >= 1) {
                return n;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong("--threads", "'%s'; a whole number from 1".formatted(text));
        }
        throw wrong("--threads", "'%s'; a whole number from 1".formatted(text));
    }

    private static double milliseconds(String text) {
        try {
            double ms = Double.parseDouble(text);
            if (ms > 0 && Double.isFinite(ms)) {
                return ms;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong("--checkpoint-every", "'%s'; a time in ms above 0".formatted(text));
        }
        throw wrong("--checkpoint-every", "'%s'; a time in ms above 0".formatted(text));
    }

    private static Point place(String text) {
        var parts = text.split(",");
        try {
            if (parts.length == 3) {
                return new Point(
                        Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            }
        } catch (NumberFormatException notANumber) {
            throw wrong("--at", "'%s'; X,Y,Z in um".formatted(text));
        }
        throw wrong("--at", "'%s'; X,Y,Z in um".formatted(text));
    }

    List<String> words() {
        return words;
    }

    Backend backend() {
        return backend;
    }

    int threads() {
        return threads;
    }

    @Nullable
    Path out() {
        return out;
    }

    List<Point> places() {
        return places;
    }

    double checkpointEvery_ms() {
        return checkpointEvery_ms;
    }

    boolean resume() {
        return resume;
    }

    boolean estimate() {
        return estimate;
    }

    boolean json() {
        return json;
    }

    static Problem wrong(String field, String fault) {
        return Problem.invalid("The command cannot be read.", List.of(new FieldFault(field, fault)));
    }
}
