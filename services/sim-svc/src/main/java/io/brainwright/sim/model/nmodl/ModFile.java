package io.brainwright.sim.model.nmodl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a file declares and its blocks; filled by {@link Parser}. */
final class ModFile {
    /** Kinds of mechanism. */
    enum Role {
        DENSITY,
        POINT,
        ARTIFICIAL
    }

    /** A PROCEDURE, FUNCTION, DERIVATIVE, KINETIC or other block with statements. */
    record Block(Token at, String kind, String name, List<String> arguments, List<Statement> statements) {}

    /** USEION. */
    record Ion(Token at, String name, List<String> read, List<String> write) {}

    /** A declared number. */
    record Declared(Token at, double value, String unit) {}

    final SourceText source;
    Role role = Role.DENSITY;
    String suffix = "";
    final Set<String> range = new LinkedHashSet<>();
    final Set<String> global = new LinkedHashSet<>();
    final List<Ion> ions = new ArrayList<>();
    final List<Token> currents = new ArrayList<>();
    final Set<String> electrodeCurrents = new LinkedHashSet<>();
    final List<Token> pointers = new ArrayList<>();
    /** BBCOREPOINTER: what only C code can use. */
    final Set<String> corePointers = new LinkedHashSet<>();
    /** RANDOM: generators; each is an ASSIGNED variable that counts its draws. */
    final Set<String> randoms = new LinkedHashSet<>();

    final Map<String, Declared> parameters = new LinkedHashMap<>();
    final Map<String, Double> constants = new HashMap<>();
    final Map<String, Token> assigned = new LinkedHashMap<>();
    final Map<String, Token> states = new LinkedHashMap<>();
    final Map<String, Block> blocks = new LinkedHashMap<>();
    final List<Token> verbatim = new ArrayList<>();

    ModFile(SourceText source) {
        this.source = source;
    }
}
