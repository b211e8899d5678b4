package io.brainwright.sonata.circuit;

/**
 * Where the edges of each node lie: node → ranges, range → edges.
 *
 * <p>Node n owns the ranges {@code nodeToRanges[n][0] .. nodeToRanges[n][1]-1}; a range is a run of edges {@code
 * rangeToEdges[r][0] .. rangeToEdges[r][1]-1}. A node without edges owns the empty run {@code [0, 0)}.
 *
 * @param nodeToRanges one pair per node
 * @param rangeToEdges one pair per run
 */
record EdgeIndex(long[][] nodeToRanges, long[][] rangeToEdges) {

    /**
     * @param nodeOfEdge the node at one end of each edge
     * @param nodeCount size of that node population
     */
    static EdgeIndex of(long[] nodeOfEdge, int nodeCount) {
        int[] firstRange = new int[nodeCount + 1];
        for (int e = 0; e < nodeOfEdge.length; e++) {
            if (beginsRun(nodeOfEdge, e)) {
                firstRange[(int) nodeOfEdge[e] + 1]++;
            }
        }
        for (int n = 0; n < nodeCount; n++) {
            firstRange[n + 1] += firstRange[n];
        }
        return new EdgeIndex(nodes(firstRange), runs(nodeOfEdge, firstRange.clone()));
    }

    private static boolean beginsRun(long[] nodeOfEdge, int edge) {
        return edge == 0 || nodeOfEdge[edge] != nodeOfEdge[edge - 1];
    }

    private static long[][] nodes(int[] firstRange) {
        long[][] pairs = new long[firstRange.length - 1][2];
        for (int n = 0; n < pairs.length; n++) {
            if (firstRange[n] < firstRange[n + 1]) {
                pairs[n][0] = firstRange[n];
                pairs[n][1] = firstRange[n + 1];
            }
        }
        return pairs;
    }

    private static long[][] runs(long[] nodeOfEdge, int[] nextRange) {
        long[][] pairs = new long[nextRange[nextRange.length - 1]][2];
        int edge = 0;
        while (edge < nodeOfEdge.length) {
            int end = edge + 1;
            while (end < nodeOfEdge.length && nodeOfEdge[end] == nodeOfEdge[edge]) {
                end++;
            }
            int range = nextRange[(int) nodeOfEdge[edge]]++;
            pairs[range][0] = edge;
            pairs[range][1] = end;
            edge = end;
        }
        return pairs;
    }
}
