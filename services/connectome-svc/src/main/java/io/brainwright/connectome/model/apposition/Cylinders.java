package io.brainwright.connectome.model.apposition;

import java.util.Arrays;

/** Straight pieces of neurite from a table: end points, radius, and which cell each belongs to. Grows while it is filled. */
public final class Cylinders {
    private float[] ends = new float[6 * 1024];
    private float[] radius_um = new float[1024];
    private int[] cell = new int[1024];
    private int[] id = new int[1024];
    private int size;

    /**
     * Adds a cylinder.
     *
     * @param id its id, for the answer
     * @param cell its cell
     * @param radius_um its radius
     * @param ends six coordinates, x0 y0 z0 x1 y1 z1
     */
    public void add(int id, int cell, double radius_um, double[] ends) {
        if (size == this.cell.length) {
            this.ends = Arrays.copyOf(this.ends, 12 * size);
            this.radius_um = Arrays.copyOf(this.radius_um, 2 * size);
            this.cell = Arrays.copyOf(this.cell, 2 * size);
            this.id = Arrays.copyOf(this.id, 2 * size);
        }
        for (int k = 0; k < 6; k++) {
            this.ends[6 * size + k] = (float) ends[k];
        }
        this.radius_um[size] = (float) radius_um;
        this.cell[size] = cell;
        this.id[size++] = id;
    }

    /** Forgets all cylinders and keeps the room. */
    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public int id(int i) {
        return id[i];
    }

    int cell(int i) {
        return cell[i];
    }

    float radius_um(int i) {
        return radius_um[i];
    }

    float[] ends() {
        return ends;
    }

    /** Writes the box around a cylinder, widened on all sides: lower corner, upper corner. */
    void box(int i, double widened_um, float[] out, int at) {
        float margin = Math.nextUp((float) (radius_um[i] + widened_um));
        for (int k = 0; k < 3; k++) {
            float a = ends[6 * i + k];
            float b = ends[6 * i + 3 + k];
            out[at + k] = Math.nextDown(Math.min(a, b) - margin);
            out[at + 3 + k] = Math.nextUp(Math.max(a, b) + margin);
        }
    }
}
