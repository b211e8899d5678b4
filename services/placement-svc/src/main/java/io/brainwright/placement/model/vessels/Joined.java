package io.brainwright.placement.model.vessels;

/** Which of many things hang together: union and find, with the paths halved. */
final class Joined {
    private final int[] parent;

    Joined(int size) {
        this.parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    int root(int i) {
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    /** Joins two; false where they hung together already. */
    boolean join(int a, int b) {
        int ra = root(a);
        int rb = root(b);
        parent[Math.max(ra, rb)] = Math.min(ra, rb);
        return ra != rb;
    }
}
