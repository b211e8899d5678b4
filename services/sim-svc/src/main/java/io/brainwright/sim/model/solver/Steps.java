package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Chance;
import io.brainwright.sim.model.mechanism.Exponential;
import io.brainwright.sim.model.mechanism.Logarithm;
import java.util.Arrays;

/** The arithmetic of {@link Program} over arrays: one small loop each, so that the JIT vectorises every one. */
final class Steps {
    private Steps() {}

    static void run(Program.Step s, double[] out, double[][] r, int n) {
        switch (s.code()) {
            case INPUT -> {}
            case FILL -> Arrays.fill(out, 0, n, s.constant());
            case ADD -> add(out, r[s.a()], r[s.b()], n);
            case SUBTRACT -> subtract(out, r[s.a()], r[s.b()], n);
            case MULTIPLY -> multiply(out, r[s.a()], r[s.b()], n);
            case DIVIDE -> divide(out, r[s.a()], r[s.b()], n);
            case ADD_CONSTANT -> addConstant(out, r[s.a()], s.constant(), n);
            case CONSTANT_MINUS -> constantMinus(out, r[s.a()], s.constant(), n);
            case TIMES_CONSTANT -> timesConstant(out, r[s.a()], s.constant(), n);
            case CONSTANT_OVER -> constantOver(out, r[s.a()], s.constant(), n);
            case EXP -> exp(out, r[s.a()], n);
            case EXPM1 -> expm1(out, r[s.a()], n);
            case LINOID -> linoid(out, r[s.a()], n);
            case LINOID_OF -> linoid(out, r[s.a()], r[s.b()], n);
            case POSITIVE -> positive(out, r[s.a()], n);
            case LN -> ln(out, r[s.a()], n);
            case SQRT -> sqrt(out, r[s.a()], n);
            case FLOOR -> floor(out, r[s.a()], n);
            case UNIFORM -> uniform(out, r[s.a()], r[s.b()], r[s.c()], n);
            case BINOMIAL -> binomial(out, r[s.a()], r[s.b()], r[s.c()], n);
            case IF_EQUAL -> ifEqual(out, r[s.a()], r[s.b()], r[s.c()], r[s.d()], n);
            case IF_BELOW -> ifBelow(out, r[s.a()], r[s.b()], r[s.c()], r[s.d()], n);
        }
    }

    /** x moves towards its steady state by the exact exponential: x + (x - inf) (exp(-dt / tau) - 1). */
    static void relax(double[] x, double[] inf, double[] decay, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.fma(x[i] - inf[i], decay[i], x[i]);
        }
    }

    /** x decays by a fixed factor. */
    static void decay(double[] x, double[] factor, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = x[i] * factor[i];
        }
    }

    private static void ln(double[] out, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Logarithm.ln(a[i]);
        }
    }

    private static void sqrt(double[] out, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.sqrt(a[i]);
        }
    }

    private static void floor(double[] out, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.floor(a[i]);
        }
    }

    private static void uniform(double[] out, double[] key0, double[] key1, double[] draw, int n) {
        var words = new int[4];
        for (int i = 0; i < n; i++) {
            out[i] = Chance.uniform(key0[i], key1[i], draw[i], words);
        }
    }

    private static void binomial(double[] out, double[] uniform, double[] trials, double[] p, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Chance.binomial(uniform[i], trials[i], p[i]);
        }
    }

    private static void ifEqual(double[] out, double[] a, double[] b, double[] c, double[] d, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] == b[i] ? c[i] : d[i];
        }
    }

    private static void add(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private static void subtract(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    private static void multiply(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private static void divide(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    private static void addConstant(double[] out, double[] a, double c, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + c;
        }
    }

    private static void constantMinus(double[] out, double[] a, double c, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = c - a[i];
        }
    }

    private static void timesConstant(double[] out, double[] a, double c, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * c;
        }
    }

    private static void constantOver(double[] out, double[] a, double c, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = c / a[i];
        }
    }

    private static void exp(double[] out, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Exponential.exp(a[i]);
        }
    }

    private static void expm1(double[] out, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Exponential.expm1(a[i]);
        }
    }

    private static void linoid(double[] out, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Exponential.linoid(a[i]);
        }
    }

    private static void linoid(double[] out, double[] a, double[] exp, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Exponential.linoid(a[i], exp[i]);
        }
    }

    private static void positive(double[] out, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(a[i], 0);
        }
    }

    private static void ifBelow(double[] out, double[] a, double[] b, double[] c, double[] d, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] < b[i] ? c[i] : d[i];
        }
    }
}
