package io.brainwright.connectome.model.analysis;

import java.util.Arrays;

/** Connections as they come, in any order; grows as needed. */
public final class Edges {
    private int[] source = new int[1024];
    private int[] target = new int[1024];
    private int[] synapses = new int[1024];
    private int size;

    public void add(int from, int to, int count) {
        if (size == source.length) {
            int more = Math.addExact(size, size / 2);
            source = Arrays.copyOf(source, more);
            target = Arrays.copyOf(target, more);
            synapses = Arrays.copyOf(synapses, more);
        }
        source[size] = from;
        target[size] = to;
        synapses[size++] = count;
    }

    public int size() {
        return size;
    }

    public CellGraph graph(int cells) {
        return CellGraph.of(
                cells, Arrays.copyOf(source, size), Arrays.copyOf(target, size), Arrays.copyOf(synapses, size));
    }
}
