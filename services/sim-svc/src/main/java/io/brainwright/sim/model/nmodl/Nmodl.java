package io.brainwright.sim.model.nmodl;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.nmodl.ModFile.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads mechanisms from NMODL text. */
public final class Nmodl {
    /** The squid's temperature and a common step; a file is translated once when read, so that faults are told at once. */
    private static final double ANY_degC = 34;

    private static final double ANY_ms = 0.025;

    private Nmodl() {}

    /** Reads a .mod file. */
    public static Mechanism read(Path file) {
        return read(name(file), text(file));
    }

    /** Whether a file holds C code. */
    static boolean hasVerbatim(Path file) {
        return verbatim(new SourceText(name(file), text(file))) != null;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "NO_SUCH_MECHANISM_FILE",
                    "The mechanism file %s cannot be read: %s.".formatted(file, e.getMessage()),
                    "Name a .mod file.",
                    Map.of("file", file.toString()),
                    List.of(),
                    e);
        }
    }

    /**
     * Reads the text of a mechanism.
     *
     * @param name of the file, for messages
     * @param text NMODL
     */
    public static Mechanism read(String name, String text) {
        try {
            return translated(name, text);
        } catch (StackOverflowError deep) {
            throw new Problem(
                    Kind.INVALID,
                    "MECHANISM_TOO_DEEP",
                    "%s nests formulas, blocks or calls deeper than can be followed.".formatted(name),
                    "Look for brackets that are not closed, and for procedures that call themselves.",
                    Map.of("file", name),
                    List.of(),
                    deep);
        }
    }

    private static Mechanism translated(String name, String text) {
        var source = new SourceText(name, text);
        var verbatim = verbatim(source);
        if (verbatim != null) {
            return Published.standsFor(head(source, verbatim), verbatim);
        }
        var file = Parser.read(source);
        refuseWhatCannotRun(file);
        var computed = Translation.computed(file, ANY_degC, ANY_ms);
        var ions = new IonVariables(file);
        var parameters = new ArrayList<Mechanism.Parameter>();
        file.parameters.forEach((p, declared) -> {
            if (Translation.isRange(file, ions, p)) {
                parameters.add(new Mechanism.Parameter(p, declared.value()));
            }
        });
        for (var p : file.assigned.keySet()) {
            if (file.range.contains(p) && !ions.knows(p) && !computed.contains(p)) {
                parameters.add(new Mechanism.Parameter(p, 0));
            }
        }
        ions.fixed.forEach((ion, value) -> parameters.add(new Mechanism.Parameter(ion, value)));
        var states = file.states.keySet().stream().filter(s -> !s.equals("cai")).toList();
        Mechanism.Source equations = (celsius_degC, dt_ms) -> Translation.of(file, celsius_degC, dt_ms);
        if (file.role == Role.POINT) {
            var receive = file.blocks.get("NET_RECEIVE");
            var arguments = receive == null ? List.<String>of() : receive.arguments();
            return Mechanism.point(file.suffix, states, equations, parameters, arguments);
        }
        return Mechanism.of(file.suffix, states, equations, parameters);
    }

    /** C code may stand anywhere, also where nothing can be read any more, so it is looked for first. */
    private static @Nullable Token verbatim(SourceText source) {
        for (var word : Lexer.words(source)) {
            if (word.kind() == Token.Kind.VERBATIM) {
                return word;
            }
        }
        return null;
    }

    /** What a file with C code declares; where even that cannot be read, the C code is the fault to tell. */
    private static ModFile head(SourceText source, Token verbatim) {
        try {
            return Parser.head(source);
        } catch (Problem unreadable) {
            throw source.fault(
                    verbatim, "VERBATIM holds C code, which is not run", "Write it in NMODL. " + unreadable.sentence());
        }
    }

    private static void refuseWhatCannotRun(ModFile file) {
        if (!file.pointers.isEmpty()) {
            throw file.source.fault(
                    file.pointers.getFirst(),
                    "'%s' points to what is outside the mechanism"
                            .formatted(file.pointers.getFirst().text()),
                    "POINTER and EXTERNAL are not supported; use parameters and ions.");
        }
        if (file.role == Role.ARTIFICIAL) {
            throw file.source.fault(
                    new Token(Token.Kind.NAME, file.suffix, 1, 1),
                    "%s is an ARTIFICIAL_CELL".formatted(file.suffix),
                    "Spikes from outside come from event lists, trains and replay.");
        }
        if (file.blocks.containsKey("NET_RECEIVE") && file.role == Role.DENSITY) {
            throw file.source.fault(
                    file.blocks.get("NET_RECEIVE").at(),
                    "%s is no point process and gets no events".formatted(file.suffix),
                    "Begin with POINT_PROCESS, or leave NET_RECEIVE out.");
        }
    }
}
