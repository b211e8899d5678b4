package io.brainwright.synthesis.model.astrocyte;

import java.util.Arrays;

/** The processes so far: nodes in the atlas's frame, each with the node that it grew from, -1 where it stands on the soma. */
final class ProcessTree {
    private double[] xyz = new double[3 * 1024];
    private int[] parent = new int[1024];
    private byte[] type = new byte[1024];
    private int size;

    int add(double[] at, int from, byte sectionType) {
        if (size == parent.length) {
            xyz = Arrays.copyOf(xyz, 6 * size);
            parent = Arrays.copyOf(parent, 2 * size);
            type = Arrays.copyOf(type, 2 * size);
        }
        System.arraycopy(at, 0, xyz, 3 * size, 3);
        parent[size] = from;
        type[size] = sectionType;
        return size++;
    }

    int size() {
        return size;
    }

    int parent(int node) {
        return parent[node];
    }

    byte type(int node) {
        return type[node];
    }

    double at(int node, int axis) {
        return xyz[3 * node + axis];
    }

    double square(int node, double[] from) {
        double dx = xyz[3 * node] - from[0];
        double dy = xyz[3 * node + 1] - from[1];
        double dz = xyz[3 * node + 2] - from[2];
        return dx * dx + dy * dy + dz * dz;
    }
}
