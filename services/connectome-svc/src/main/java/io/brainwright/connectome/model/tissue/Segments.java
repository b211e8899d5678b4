package io.brainwright.connectome.model.tissue;

import java.util.Arrays;

/**
 * Straight pieces of neurite in the tissue's frame, in parallel arrays: cylinders, and somata as spheres (both ends alike).
 *
 * <p>Each knows its cell (an index that the maker chose), section and segment, where along its section it begins and how far
 * from the soma, in um. Grows while it is filled.
 */
public final class Segments {
    private static final int FIRST_SIZE = 256;
    private static final int ENDS = 6;

    private float[] ends = new float[FIRST_SIZE * ENDS];
    private float[] radius_um = new float[FIRST_SIZE];
    private float[] start_um = new float[FIRST_SIZE];
    private float[] sectionLength_um = new float[FIRST_SIZE];
    private float[] path_um = new float[FIRST_SIZE];
    private int[] cell = new int[FIRST_SIZE];
    private int[] section = new int[FIRST_SIZE];
    private int[] segment = new int[FIRST_SIZE];
    private byte[] type = new byte[FIRST_SIZE];
    private int size;

    /**
     * Adds a segment.
     *
     * @param cell index of its cell
     * @param section section id, 0 = soma
     * @param segment place within the section
     * @param type section type as in SONATA
     * @param from start point (x, y, z)
     * @param to end point
     * @param radius_um mean radius
     * @param start_um arc length along the section at the start point
     * @param sectionLength_um length of the whole section
     * @param path_um path length from the soma to the start point
     */
    public void add(
            int cell,
            int section,
            int segment,
            byte type,
            double[] from,
            double[] to,
            double radius_um,
            double start_um,
            double sectionLength_um,
            double path_um) {
        if (size == this.radius_um.length) {
            grow();
        }
        for (int axis = 0; axis < 3; axis++) {
            ends[size * ENDS + axis] = (float) from[axis];
            ends[size * ENDS + 3 + axis] = (float) to[axis];
        }
        this.radius_um[size] = (float) radius_um;
        this.start_um[size] = (float) start_um;
        this.sectionLength_um[size] = (float) sectionLength_um;
        this.path_um[size] = (float) path_um;
        this.cell[size] = cell;
        this.section[size] = section;
        this.segment[size] = segment;
        this.type[size] = type;
        size++;
    }

    public int size() {
        return size;
    }

    /** Six coordinates per segment: x0 y0 z0 x1 y1 z1. Only the first {@code 6 * size()} count; not to be changed. */
    public float[] ends() {
        return ends;
    }

    /** Radii; only the first {@code size()} count; not to be changed. */
    public float[] radius_um() {
        return radius_um;
    }

    public float start_um(int i) {
        return start_um[i];
    }

    public float sectionLength_um(int i) {
        return sectionLength_um[i];
    }

    public float path_um(int i) {
        return path_um[i];
    }

    public int cell(int i) {
        return cell[i];
    }

    public int section(int i) {
        return section[i];
    }

    public int segment(int i) {
        return segment[i];
    }

    public byte type(int i) {
        return type[i];
    }

    /** Length of a segment, um. */
    public double length_um(int i) {
        double dx = (double) ends[i * ENDS + 3] - ends[i * ENDS];
        double dy = (double) ends[i * ENDS + 4] - ends[i * ENDS + 1];
        double dz = (double) ends[i * ENDS + 5] - ends[i * ENDS + 2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** Writes the point that lies at a fraction of a segment. */
    public void at(int i, double fraction, double[] out) {
        for (int axis = 0; axis < 3; axis++) {
            double from = ends[i * ENDS + axis];
            out[axis] = from + fraction * (ends[i * ENDS + 3 + axis] - from);
        }
    }

    private void grow() {
        int room = size * 2;
        ends = Arrays.copyOf(ends, room * ENDS);
        radius_um = Arrays.copyOf(radius_um, room);
        start_um = Arrays.copyOf(start_um, room);
        sectionLength_um = Arrays.copyOf(sectionLength_um, room);
        path_um = Arrays.copyOf(path_um, room);
        cell = Arrays.copyOf(cell, room);
        section = Arrays.copyOf(section, room);
        segment = Arrays.copyOf(segment, room);
        type = Arrays.copyOf(type, room);
    }
}
