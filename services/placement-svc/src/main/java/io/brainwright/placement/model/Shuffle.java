package io.brainwright.placement.model;

import io.brainwright.neuro.random.Draws;

/** Random orders. */
public final class Shuffle {
    private Shuffle() {}

    /**
     * The numbers 0 to n-1 in random order, every order with the same chance.
     *
     * @see <a href="https://doi.org/10.1145/364520.364540">Durstenfeld 1964, Algorithm 235: random permutation</a>
     */
    public static int[] of(int n, Draws draws) {
        var order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = draws.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
