package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Receive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the OpenCL program: the fixed step, and code for each mechanism from the same programs that Java runs. */
final class OpenClSource {
    private final StringBuilder functions = new StringBuilder();
    private final StringBuilder currentCalls = new StringBuilder();
    private final StringBuilder gateCalls = new StringBuilder();

    private final StringBuilder poolCalls = new StringBuilder();
    private final StringBuilder receiveCases = new StringBuilder();
    private final StringBuilder watchCalls = new StringBuilder();
    private final StringBuilder flushCalls = new StringBuilder();

    private static final String PHASE =
            "void %s(__global double *D, __global const int *I, __global const int *H, __global const double *v,\n"
                    + "    __global double *d, __global double *r, __global double *ica, __global double *eca,\n"
                    + "    __global double *lncai, __global double *cai, double nernst, double lncao, double t) {\n";

    private OpenClSource() {}

    /**
     * @param kinds the mechanisms of any block, in order; a block's header holds their records in this order
     * @param dt_ms time step, which enters the gates' decay
     */
    static String of(List<MechanismTable> kinds, double dt_ms) {
        var source = new OpenClSource();
        for (int m = 0; m < kinds.size(); m++) {
            source.add(m, kinds.get(m), dt_ms);
        }
        source.functions
                .append(PHASE.formatted("addCurrents"))
                .append(source.currentCalls)
                .append("}\n")
                .append(PHASE.formatted("advanceGates"))
                .append(source.poolCalls)
                .append(source.gateCalls)
                .append("}\n")
                .append(OpenClPoints.receiveAll(source.watchCalls, source.receiveCases, source.flushCalls));
        return constants() + template().replace("// @MECHANISMS@", source.functions);
    }

    private static String constants() {
        return "#define SLOTS %d%n#define NEVER %s%n#define MOST_AT_ONCE %d%n#define ROUNDING_STEPS %s%n"
                .formatted(Receive.SLOTS, Receive.NEVER_ms, JavaPoints.MOST_AT_ONCE, Deliveries.ROUNDING_STEPS);
    }

    private static String template() {
        try (var in = OpenClSource.class.getResourceAsStream("step.cl")) {
            if (in == null) {
                throw new IllegalStateException("step.cl is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String ARGUMENTS =
            "(__global double *D, __global const int *I, __global const int *M, __global const double *v,\n"
                    + "    __global double *d, __global double *r, __global double *ica, __global double *eca,\n"
                    + "    __global double *lncai, __global double *cai, double nernst, double lncao, double t) {\n"
                    + "    for (int i = 0; i < M[0]; i += 8) {\n"
                    + "        int aligned = i < M[2];\n"
                    + "        __global const int *e = I + M[1] + ELEMENT(i, M[2]);\n";

    private static final String CALL = "%s_%s(D, I, I + H[%d], v, d, r, ica, eca, lncai, cai, nernst, lncao, t);\n";

    /** A record: rows, element offset, aligned rows, then the offset and mask of each column in the order of {@link #columns}. */
    private void add(int m, MechanismTable table, double dt_ms) {
        var name = table.mechanism().name();
        int record = OpenClArena.FIRST_MECHANISM + m;
        var kinetics = table.kinetics();
        functions.append("void current_%s".formatted(name)).append(ARGUMENTS);
        var program = body(Formulas.currents(kinetics), table);
        int output = 0;
        for (var current : kinetics.currents()) {
            functions.append("        add8(d, e, aligned, t%d);\n".formatted(program.output(output++)));
            functions.append("        add8(r, e, aligned, t%d);\n".formatted(program.output(output++)));
            if (Formulas.isCalcium(current)) {
                functions.append("        add8(ica, e, aligned, t%d);\n".formatted(program.output(output++)));
            }
        }
        for (var store : kinetics.before()) {
            store(table, store.name(), program.output(output++));
        }
        functions.append("    }\n}\n");
        currentCalls.append(CALL.formatted("current", name, record));
        if (kinetics.receive() != null) {
            var points = new OpenClPoints(table, kinetics.receive(), name);
            functions.append(points.functions());
            receiveCases.append(
                    "        case %d: event_%s(D, I, I + H[%d], v, eca, lncai, cai, row, input, t, overrun); break;%n"
                            .formatted(m, name, record));
            if (!kinetics.receive().watches().isEmpty()) {
                watchCalls.append(
                        "    watch_%s(D, I, I + H[%d], v, eca, lncai, cai, start, overrun);%n".formatted(name, record));
            }
            if (kinetics.receive().sendsToItself()) {
                flushCalls.append(
                        "    flush_%s(D, I, I + H[%d], v, eca, lncai, cai, until, overrun);%n".formatted(name, record));
            }
        }
        if (!kinetics.gates().isEmpty() || !kinetics.after().isEmpty()) {
            addGates(table, kinetics, name, dt_ms);
            (kinetics.writesCalcium() ? poolCalls : gateCalls).append(CALL.formatted("gates", name, record));
        }
    }

    private void addGates(MechanismTable table, Kinetics kinetics, String name, double dt_ms) {
        functions.append("void gates_%s".formatted(name)).append(ARGUMENTS);
        var program = body(Formulas.gates(kinetics, dt_ms), table);
        for (int s = 0; s < kinetics.gates().size(); s++) {
            int at = column(table, kinetics.gates().get(s).name());
            functions.append("        V x%d = COLUMN(%d);\n".formatted(s, at));
            functions.append("        STORE(M[%d], fma(x%d - t%d, t%d, x%d));\n"
                    .formatted(at, s, program.output(2 * s), program.output(2 * s + 1), s));
        }
        int output = 2 * kinetics.gates().size();
        for (var store : kinetics.after()) {
            store(table, store.name(), program.output(output++));
        }
        functions.append("    }\n}\n");
    }

    private void store(MechanismTable table, String name, int step) {
        functions.append(
                name.equals("cai")
                        ? "        setCalcium(eca, lncai, cai, e, aligned, t%d, nernst, lncao);\n".formatted(step)
                        : "        STORE(M[%d], t%d);\n".formatted(column(table, name), step));
    }

    private Program body(List<Expression> formulas, MechanismTable table) {
        var program = new Program(formulas);
        for (int s = 0; s < program.steps().size(); s++) {
            var step = program.steps().get(s);
            var value = step.code() == Program.Code.INPUT ? input(step.input(), table) : value(step);
            functions.append("        V t%d = %s;\n".formatted(s, value));
        }
        return program;
    }

    private static String input(String name, MechanismTable table) {
        return switch (name) {
            case "v", "eca", "lncai", "cai" -> "at8(%s, e, aligned)".formatted(name);
            case "ica_nA" -> "at8(ica, e, aligned)";
            case "t" -> "(V)(t)";
            default -> "COLUMN(%d)".formatted(column(table, name));
        };
    }

    /** C for a step; inputs are written apart. */
    static String value(Program.Step s) {
        var c = Double.toHexString(s.constant());
        return switch (s.code()) {
            case INPUT -> throw new IllegalArgumentException(s.input());
            case FILL -> "(V)(%s)".formatted(c);
            case ADD -> "t%d + t%d".formatted(s.a(), s.b());
            case SUBTRACT -> "t%d - t%d".formatted(s.a(), s.b());
            case MULTIPLY -> "t%d * t%d".formatted(s.a(), s.b());
            case DIVIDE -> "t%d / t%d".formatted(s.a(), s.b());
            case ADD_CONSTANT -> "t%d + (%s)".formatted(s.a(), c);
            case CONSTANT_MINUS -> "(%s) - t%d".formatted(c, s.a());
            case TIMES_CONSTANT -> "t%d * (%s)".formatted(s.a(), c);
            case CONSTANT_OVER -> "(%s) / t%d".formatted(c, s.a());
            case EXP -> "bw_exp(t%d)".formatted(s.a());
            case EXPM1 -> "bw_expm1(t%d)".formatted(s.a());
            case LINOID -> "bw_linoid(t%d)".formatted(s.a());
            case LINOID_OF -> "bw_linoidOf(t%d, t%d)".formatted(s.a(), s.b());
            case POSITIVE -> "select(t%d, (V)(0.0), t%d <= 0)".formatted(s.a(), s.a());
            case LN -> "bw_vln(t%d)".formatted(s.a());
            case SQRT -> "sqrt(t%d)".formatted(s.a());
            case FLOOR -> "floor(t%d)".formatted(s.a());
            case UNIFORM -> "bw_uniform(t%d, t%d, t%d)".formatted(s.a(), s.b(), s.c());
            case BINOMIAL -> "bw_binomial(t%d, t%d, t%d)".formatted(s.a(), s.b(), s.c());
            case IF_EQUAL -> "select(t%d, t%d, t%d == t%d)".formatted(s.d(), s.c(), s.a(), s.b());
            case IF_BELOW -> "select(t%d, t%d, t%d < t%d)".formatted(s.d(), s.c(), s.a(), s.b());
        };
    }

    /** Position of a column's offset in the mechanism's record; its mask follows. */
    static int column(MechanismTable table, String name) {
        return 3 + 2 * columns(table).indexOf(name);
    }

    /** Columns of a table in the order of its record. */
    static List<String> columns(MechanismTable table) {
        return table.columns().keySet().stream().sorted().toList();
    }
}
