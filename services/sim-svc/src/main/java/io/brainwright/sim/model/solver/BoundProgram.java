package io.brainwright.sim.model.solver;

import java.util.ArrayDeque;
import java.util.function.Function;

/** A program with an array for every step; scratch arrays are used again after their last reader. */
final class BoundProgram {
    private final Program.Step[] steps;
    private final double[][] values;
    private final double[][] outputs;

    /**
     * @param program what
     * @param outputCount number of its formulas
     * @param input array of a named input
     * @param workspace where results go
     * @param firstColumn first scratch column that is free
     */
    BoundProgram(
            Program program, int outputCount, Function<String, double[]> input, Workspace workspace, int firstColumn) {
        steps = program.steps().toArray(Program.Step[]::new);
        values = new double[steps.length][];
        outputs = new double[outputCount][];
        var lastUse = lastUses(program, outputCount);
        var free = new ArrayDeque<Integer>();
        var columnOf = new int[steps.length];
        int next = firstColumn;
        for (int s = 0; s < steps.length; s++) {
            columnOf[s] = -1;
            if (steps[s].code() == Program.Code.INPUT) {
                values[s] = input.apply(steps[s].input());
                continue;
            }
            // an element is read before it is written, so a step may write over its own last-read operand
            for (int operand : new int[] {steps[s].a(), steps[s].b(), steps[s].c(), steps[s].d()}) {
                if (operand >= 0 && lastUse[operand] == s && columnOf[operand] >= 0) {
                    free.push(columnOf[operand]);
                    columnOf[operand] = -1;
                }
            }
            columnOf[s] = free.isEmpty() ? next++ : free.pop();
            values[s] = workspace.column(columnOf[s]);
        }
        for (int o = 0; o < outputCount; o++) {
            outputs[o] = values[program.output(o)];
        }
    }

    private int[] lastUses(Program program, int outputCount) {
        var last = new int[steps.length];
        for (int s = 0; s < steps.length; s++) {
            for (int operand : new int[] {steps[s].a(), steps[s].b(), steps[s].c(), steps[s].d()}) {
                if (operand >= 0) {
                    last[operand] = s;
                }
            }
        }
        for (int o = 0; o < outputCount; o++) {
            last[program.output(o)] = Integer.MAX_VALUE;
        }
        return last;
    }

    void run(int rows) {
        for (int s = 0; s < steps.length; s++) {
            if (steps[s].code() != Program.Code.INPUT) {
                Steps.run(steps[s], values[s], values, rows);
            }
        }
    }

    /** The values of a formula; good until the workspace is used again. */
    double[] output(int formula) {
        return outputs[formula];
    }
}
