package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Receive;

/** OpenCL C for the events of one point process table; the twin of {@link JavaPoints}. Formulas of one row run in eight equal lanes. */
final class OpenClPoints {
    private static final String SHARED = "__global double *D, __global const int *I, __global const int *M,\n"
            + "    __global const double *v, __global const double *eca, __global const double *lncai,\n"
            + "    __global const double *cai";
    private static final String PASSED = "D, I, M, v, eca, lncai, cai";

    private final MechanismTable table;
    private final Receive receive;
    private final String name;

    OpenClPoints(MechanismTable table, Receive receive, String name) {
        this.table = table;
        this.receive = receive;
        this.name = name;
    }

    /** handle_NAME: one event of one row; event_NAME: from outside; flush_NAME: those that rows sent themselves. */
    String functions() {
        var code = new StringBuilder(
                "void handle_%s(%s, int row, int input, double flag, double t, int *overrun) {%n    int at = I[M[1] + row];%n"
                        .formatted(name, SHARED));
        var program = new Program(Formulas.receive(receive));
        for (int s = 0; s < program.steps().size(); s++) {
            var step = program.steps().get(s);
            var value = step.code() == Program.Code.INPUT ? input(step.input()) : OpenClSource.value(step);
            code.append("    V t%d = %s;%n".formatted(s, value));
        }
        int output = 0;
        for (var store : receive.columns()) {
            code.append("    D[M[%d] + row] = t%d.s0;%n".formatted(column(store.name()), program.output(output++)));
        }
        for (var store : receive.changed()) {
            int at = column(Receive.argument(store.name()));
            code.append("    D[M[%d] + input] = t%d.s0;%n".formatted(at, program.output(output++)));
        }
        for (int s = 0; s < receive.sends().size(); s++) {
            code.append("    bw_send(D, %s, row, t%d.s0, t%d.s0, input, overrun);%n"
                    .formatted(slots(), program.output(output++), program.output(output++)));
        }
        code.append("}\n");
        if (receive.sendsToItself()) {
            code.append(flushes());
        }
        if (!receive.watches().isEmpty()) {
            code.append(watch());
        }
        return code.append(event()).toString();
    }

    private String watch() {
        var code = new StringBuilder(
                "void watch_%s(%s, double t, int *overrun) {%n    const double flag = 0;%n    const int input = 0;%n"
                                .formatted(name, SHARED)
                        + "    for (int row = 0; row < M[0]; row++) {\n        int at = I[M[1] + row];\n");
        var program = new Program(Formulas.watches(receive));
        for (int s = 0; s < program.steps().size(); s++) {
            var step = program.steps().get(s);
            var value = step.code() == Program.Code.INPUT ? input(step.input()) : OpenClSource.value(step);
            code.append("        V t%d = %s;%n".formatted(s, value));
        }
        for (int w = 0; w < receive.watches().size(); w++) {
            code.append("""
                            {
                                __global double *armed = D + M[%1$d] + row;
                                if (*armed == 1 && t%2$d.s0 != 0) {
                                    *armed = 2;
                                    handle_%3$s(%4$s, row, (int)D[M[%6$d] + row], t%5$d.s0, t, overrun);
                                } else if (*armed == 2 && t%2$d.s0 == 0) {
                                    *armed = 1;
                                }
                            }
                    """.formatted(
                            column(Receive.watch(w)),
                            program.output(2 * w),
                            name,
                            PASSED,
                            program.output(2 * w + 1),
                            column(Receive.NO_INPUT)));
        }
        return code.append("    }\n}\n").toString();
    }

    private String slots() {
        return "M + %d, M + %d, M + %d"
                .formatted(
                        column(Receive.slot("due", 0)),
                        column(Receive.slot("flag", 0)),
                        column(Receive.slot("input", 0)));
    }

    private String flushes() {
        return """
                void flushRow_%1$s(%2$s, int row, double until, int *overrun) {
                    for (int handled = 0;; handled++) {
                        int next = bw_next(D, M + %4$d, row);
                        double t = D[M[%4$d + 2 * next] + row];
                        if (t > until) return;
                        if (handled == MOST_AT_ONCE) { *overrun = 1; return; }
                        D[M[%4$d + 2 * next] + row] = NEVER;
                        handle_%1$s(%3$s, row, (int)D[M[%6$d + 2 * next] + row], D[M[%5$d + 2 * next] + row], t, overrun);
                    }
                }
                void flush_%1$s(%2$s, double until, int *overrun) {
                    for (int row = 0; row < M[0]; row++) flushRow_%1$s(%3$s, row, until, overrun);
                }
                """.formatted(
                        name,
                        SHARED,
                        PASSED,
                        column(Receive.slot("due", 0)),
                        column(Receive.slot("flag", 0)),
                        column(Receive.slot("input", 0)));
    }

    private String event() {
        var before = receive.sendsToItself() ? "    flushRow_%s(%s, row, t, overrun);%n".formatted(name, PASSED) : "";
        return "void event_%s(%s, int row, int input, double t, int *overrun) {%n%s    handle_%s(%s, row, input, 0, t, overrun);%n}%n"
                .formatted(name, SHARED, before, name, PASSED);
    }

    /** The events of a block up to the middle of a step. */
    static String receiveAll(CharSequence watches, CharSequence cases, CharSequence flushes) {
        return """
                int receivePoints(__global double *D, __global const int *I, __global const int *H,
                    __global const double *v, __global const double *eca, __global const double *lncai,
                    __global const double *cai, __global const int *P, __global const double *T, int at, int to, int step,
                    double dt, int *overrun) {
                    double start = step * dt;
                %s    while (at < to && P[4 * at] <= step) {
                        int row = P[4 * at + 2], input = P[4 * at + 3];
                        double t = T[at];
                        switch (P[4 * at + 1]) {
                %s        default: break;
                        }
                        at++;
                    }
                    double until = (step + 0.5 + ROUNDING_STEPS) * dt;
                %s    return at;
                }
                """.formatted(watches, cases, flushes);
    }

    private String input(String column) {
        return switch (column) {
            case "v", "eca", "lncai", "cai" -> "(V)(%s[at])".formatted(column);
            case "t", "flag" -> "(V)(%s)".formatted(column);
            default -> "(V)(D[M[%d] + %s])".formatted(column(column), column.startsWith("@") ? "input" : "row");
        };
    }

    private int column(String column) {
        return OpenClSource.column(table, column);
    }
}
