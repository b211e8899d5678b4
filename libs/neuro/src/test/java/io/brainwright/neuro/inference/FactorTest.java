package io.brainwright.neuro.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactorTest {
    private static final int UNKNOWNS = 40;

    private final List<int[]> cliques = new ArrayList<>();
    private final List<double[]> gradients = new ArrayList<>();
    private final double[][] dense = new double[UNKNOWNS][UNKNOWNS];

    private Factor factor() {
        var draws = Draws.of(3, "test.factor", 0);
        for (int i = 0; i < UNKNOWNS; i++) {
            relation(new int[] {i}, draws);
            relation(new int[] {i, (i * 7 + 3) % UNKNOWNS == i ? (i + 1) % UNKNOWNS : (i * 7 + 3) % UNKNOWNS}, draws);
        }
        relation(new int[] {1, 5, 9, 20, 33}, draws);
        var factor = new Factor(Elimination.of(UNKNOWNS, cliques));
        for (int k = 0; k < cliques.size(); k++) {
            factor.add(cliques.get(k), gradients.get(k), 2);
        }
        factor.factorise();
        return factor;
    }

    private void relation(int[] unknowns, Draws draws) {
        var g = new double[unknowns.length];
        for (int a = 0; a < g.length; a++) {
            g[a] = draws.uniform(-1, 1);
        }
        for (int a = 0; a < g.length; a++) {
            for (int b = 0; b < g.length; b++) {
                dense[unknowns[a]][unknowns[b]] += 2 * g[a] * g[b];
            }
        }
        cliques.add(unknowns);
        gradients.add(g);
    }

    @Test
    void aSolutionTimesTheMatrixIsTheRightSide() {
        var factor = factor();
        var b = new double[UNKNOWNS];
        for (int i = 0; i < UNKNOWNS; i++) {
            b[i] = i % 5 - 2;
        }
        var x = factor.solve(b);
        for (int i = 0; i < UNKNOWNS; i++) {
            double sum = 0;
            for (int j = 0; j < UNKNOWNS; j++) {
                sum += dense[i][j] * x[j];
            }
            assertThat(sum).isCloseTo(b[i], within(1e-8));
        }
    }

    @Test
    void theInverseAgreesWithSolutionsOfUnitVectors() {
        var factor = factor();
        var inverse = factor.inverse();
        for (int k = 0; k < cliques.size(); k++) {
            var b = new double[UNKNOWNS];
            for (int a = 0; a < cliques.get(k).length; a++) {
                b[cliques.get(k)[a]] = gradients.get(k)[a];
            }
            var x = factor.solve(b);
            double expected = 0;
            for (int i = 0; i < UNKNOWNS; i++) {
                expected += b[i] * x[i];
            }
            assertThat(inverse.quadratic(cliques.get(k), gradients.get(k)))
                    .isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
        }
    }
}
