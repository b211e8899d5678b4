package io.brainwright.synthesis.model.steiner;

/** An undirected graph whose edges have lengths of 0 or more; nodes and edges are numbered from 0. */
public final class WeightedGraph {
    private final int[] a;
    private final int[] b;
    private final double[] length;
    private final int[] first;
    private final int[] edgesOf;

    /**
     * @param nodes how many there are
     * @param a one end of each edge; the arrays belong to this object
     * @param b the other end
     * @param length of each edge
     */
    public WeightedGraph(int nodes, int[] a, int[] b, double[] length) {
        assert a.length == b.length && a.length == length.length : "one entry per edge";
        this.a = a;
        this.b = b;
        this.length = length;
        this.first = new int[nodes + 1];
        for (int e = 0; e < a.length; e++) {
            assert length[e] >= 0 : "length " + length[e];
            first[a[e] + 1]++;
            first[b[e] + 1]++;
        }
        for (int n = 0; n < nodes; n++) {
            first[n + 1] += first[n];
        }
        edgesOf = new int[2 * a.length];
        int[] next = first.clone();
        for (int e = 0; e < a.length; e++) {
            edgesOf[next[a[e]]++] = e;
            edgesOf[next[b[e]]++] = e;
        }
    }

    public int nodes() {
        return first.length - 1;
    }

    public int edges() {
        return a.length;
    }

    public int a(int edge) {
        return a[edge];
    }

    public int b(int edge) {
        return b[edge];
    }

    public double length(int edge) {
        return length[edge];
    }

    /** The end of an edge that is not the given one. */
    public int across(int edge, int node) {
        return a[edge] == node ? b[edge] : a[edge];
    }

    int degree(int node) {
        return first[node + 1] - first[node];
    }

    /** The k-th edge at a node. */
    int edgeAt(int node, int k) {
        return edgesOf[first[node] + k];
    }
}
