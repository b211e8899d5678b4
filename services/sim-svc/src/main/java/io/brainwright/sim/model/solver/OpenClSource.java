package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Kinetics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the OpenCL program: the fixed step, and code for each mechanism from the same programs that Java runs. */
final class OpenClSource {
    private final StringBuilder functions = new StringBuilder();
    private final StringBuilder currentCalls = new StringBuilder();
    private final StringBuilder gateCalls = new StringBuilder();

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
                .append("void addCurrents(__global double *D, __global const int *I, __global const int *H,\n")
                .append("    __global const double *v, __global double *d, __global double *r, __global double *ica,\n")
                .append("    __global const double *eca) {\n")
                .append(source.currentCalls)
                .append("}\nvoid advanceGates(__global double *D, __global const int *I, __global const int *H,\n")
                .append("    __global const double *v, __global const double *lncai) {\n")
                .append(source.gateCalls)
                .append("}\n");
        return template().replace("// @MECHANISMS@", source.functions);
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

    /** A record: rows, element offset, then the offset of each column in the order of {@link #columns}. */
    private void add(int m, MechanismTable table, double dt_ms) {
        var name = table.mechanism().name();
        int record = OpenClArena.FIRST_MECHANISM + m;
        var kinetics = table.kinetics();
        functions
                .append("void current_%s(__global double *D, __global const int *I, __global const int *M,\n"
                        .formatted(name))
                .append("    __global const double *v, __global double *d, __global double *r, __global double *ica,\n")
                .append("    __global const double *eca) {\n    for (int i = 0; i < M[0]; i += 8) {\n")
                .append("        __global const int *e = I + M[1] + i;\n");
        var currents = Formulas.currents(kinetics);
        var program = body(currents, table);
        for (int c = 0; c < kinetics.currents().size(); c++) {
            int g = program.output(2 * c);
            int e = program.output(2 * c + 1);
            functions
                    .append("        scatter(d, e, t%d);\n".formatted(g))
                    .append("        scatter(r, e, t%d * t%d);\n".formatted(g, e));
            if (kinetics.currents().get(c).ion().equals("ca")) {
                functions.append("        scatter(ica, e, t%d * (gather(v, e) - t%d));\n".formatted(g, e));
            }
        }
        functions.append("    }\n}\n");
        currentCalls.append("    current_%s(D, I, I + H[%d], v, d, r, ica, eca);\n".formatted(name, record));
        if (!kinetics.gates().isEmpty()) {
            addGates(table, kinetics, name, dt_ms);
            gateCalls.append("    gates_%s(D, I, I + H[%d], v, lncai);\n".formatted(name, record));
        }
    }

    private void addGates(MechanismTable table, Kinetics kinetics, String name, double dt_ms) {
        functions
                .append("void gates_%s(__global double *D, __global const int *I, __global const int *M,\n"
                        .formatted(name))
                .append("    __global const double *v, __global const double *lncai) {\n")
                .append("    for (int i = 0; i < M[0]; i += 8) {\n")
                .append("        __global const int *e = I + M[1] + i;\n");
        var program = body(Formulas.gates(kinetics, dt_ms), table);
        for (int s = 0; s < kinetics.gates().size(); s++) {
            int at = column(table, kinetics.gates().get(s).name());
            functions.append("        V x%d = LOAD(M[%d]);\n".formatted(s, at));
            functions.append("        STORE(M[%d], fma(x%d - t%d, t%d, x%d));\n"
                    .formatted(at, s, program.output(2 * s), program.output(2 * s + 1), s));
        }
        functions.append("    }\n}\n");
    }

    private Program body(List<Expression> formulas, MechanismTable table) {
        var program = new Program(formulas);
        for (int s = 0; s < program.steps().size(); s++) {
            functions.append(
                    "        V t%d = %s;\n".formatted(s, value(program.steps().get(s), table)));
        }
        return program;
    }

    private static String value(Program.Step s, MechanismTable table) {
        var c = Double.toHexString(s.constant());
        return switch (s.code()) {
            case INPUT ->
                switch (s.input()) {
                    case "v", "eca", "lncai" -> "gather(%s, e)".formatted(s.input());
                    default -> "LOAD(M[%d])".formatted(column(table, s.input()));
                };
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
            case IF_BELOW -> "select(t%d, t%d, t%d < t%d)".formatted(s.d(), s.c(), s.a(), s.b());
        };
    }

    /** Position of a column's offset in the mechanism's record. */
    private static int column(MechanismTable table, String name) {
        return 2 + columns(table).indexOf(name);
    }

    /** Columns of a table in the order of its record. */
    static List<String> columns(MechanismTable table) {
        return table.columns().keySet().stream().sorted().toList();
    }
}
