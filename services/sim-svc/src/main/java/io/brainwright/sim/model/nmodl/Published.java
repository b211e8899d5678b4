package io.brainwright.sim.model.nmodl;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.mechanism.Mechanism;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Models of the literature whose usual files hold C code (VERBATIM): written here in NMODL of our own from the equations that each
 * file names, and served wherever a file of that SUFFIX or POINT_PROCESS is read.
 */
public final class Published {
    /** Names in the order of the list that people read. */
    private static final List<String> NAMES = List.of(
            "Kv7",
            "StochKv",
            "StochKv3",
            "DetAMPANMDA",
            "DetGABAAB",
            "ProbAMPANMDA_EMS",
            "ProbGABAAB_EMS",
            "GluSynapse");

    /** What published files declare and only their C code, printing or bookkeeping reads. */
    private static final Set<String> NOT_PHYSICS = Set.of(
            "v",
            "t",
            "dt",
            "area",
            "diam",
            "celsius",
            "vmin",
            "vmax",
            "synapseID",
            "verboseLevel",
            "verbose",
            "selected_for_report",
            "conductance",
            "nc_type_param",
            "next_delay",
            "gmax",
            "eta",
            "temp",
            "q10");

    private static final Map<String, Mechanism> READ = new LinkedHashMap<>();

    private Published() {}

    /** Whether there is a model of this name. */
    public static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** All of them. */
    public static List<Mechanism> all() {
        return NAMES.stream().map(Published::named).toList();
    }

    /** The model of a name, the same each time. */
    public static synchronized Mechanism named(String name) {
        if (!has(name)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "NO_SUCH_MECHANISM",
                    "There is no published mechanism '%s'.".formatted(name),
                    "It must be one of %s.".formatted(NAMES),
                    Map.of("mechanism", name));
        }
        return READ.computeIfAbsent(name, n -> Nmodl.read(n + ".mod", text(n)));
    }

    /** For people: what a file is run as. */
    public static String servedAs(Mechanism mechanism, Path file) {
        if (Sources.has(mechanism.name())) {
            return "served by the built-in source of that name";
        }
        boolean verbatim = has(mechanism.name()) && Nmodl.hasVerbatim(file);
        var kind = mechanism.isPoint() ? "point process" : "membrane mechanism";
        return verbatim ? kind + " served by the built-in of that name" : kind + " run as written";
    }

    /** Its NMODL. */
    static String text(String name) {
        try (var in = Published.class.getResourceAsStream("published/" + name + ".mod")) {
            if (in == null) {
                throw new IllegalStateException(name + ".mod is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The model that stands for a file with C code, with the file's own defaults.
     *
     * @param head what the file declares
     * @param verbatim where its C code begins
     * @throws Problem INVALID where there is no such model, or the file has a parameter that the model lacks
     */
    static Mechanism standsFor(ModFile head, Token verbatim) {
        if (Sources.has(head.suffix)) {
            return Sources.named(head.suffix);
        }
        if (!has(head.suffix)) {
            throw head.source.fault(
                    verbatim,
                    "VERBATIM holds C code, which is not run",
                    "Write it in NMODL, or use a mechanism that is served by name: %s, %s."
                            .formatted(String.join(", ", NAMES), String.join(", ", Sources.NAMES)));
        }
        var model = named(head.suffix);
        var known = model.parameters().stream().map(Mechanism.Parameter::name).toList();
        var defaults = new HashMap<String, Double>();
        head.parameters.forEach((name, declared) -> {
            if (known.contains(name)) {
                defaults.put(name, declared.value());
            } else if (!NOT_PHYSICS.contains(name)) {
                throw head.source.fault(
                        declared.at(),
                        "the built-in %s has no parameter '%s'".formatted(head.suffix, name),
                        "It has %s; this file is another model, and its C code is not run.".formatted(known));
            }
        });
        return model.withDefaults(defaults);
    }
}
