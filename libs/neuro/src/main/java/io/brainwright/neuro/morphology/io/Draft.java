package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphology.SomaShape;
import java.util.Arrays;

/** A cell that is being read: growing columns of points with their place in the file, and sections over them. */
final class Draft {
    private final float[][] columns = new float[4][1024];
    private int[] place = new int[1024];
    private int points;
    private int[] parent = new int[64];
    private int[] type = new int[64];
    private int[] begin = new int[64];
    private int sections;

    /** Begins a section; the points that follow are its own. Gives its index. */
    int section(int parentSection, int sectionType) {
        if (sections == parent.length) {
            parent = Arrays.copyOf(parent, 2 * sections);
            type = Arrays.copyOf(type, 2 * sections);
            begin = Arrays.copyOf(begin, 2 * sections);
        }
        parent[sections] = parentSection;
        type[sections] = sectionType;
        begin[sections] = points;
        return sections++;
    }

    /**
     * @param at line of the file, or row of the dataset
     */
    void point(float x, float y, float z, float diameter, int at) {
        if (points == place.length) {
            for (int c = 0; c < 4; c++) {
                columns[c] = Arrays.copyOf(columns[c], 2 * points);
            }
            place = Arrays.copyOf(place, 2 * points);
        }
        columns[0][points] = x;
        columns[1][points] = y;
        columns[2][points] = z;
        columns[3][points] = diameter;
        place[points++] = at;
    }

    int sections() {
        return sections;
    }

    int parent(int s) {
        return parent[s];
    }

    int type(int s) {
        return type[s];
    }

    int begin(int s) {
        return begin[s];
    }

    int end(int s) {
        return s + 1 < sections ? begin[s + 1] : points;
    }

    /** Column 0 to 3 (x, y, z, diameter in um) of a point. */
    float at(int column, int p) {
        return columns[column][p];
    }

    void set(int column, int p, float value) {
        columns[column][p] = value;
    }

    int place(int p) {
        return place[p];
    }

    boolean samePosition(int p, int q) {
        return columns[0][p] == columns[0][q] && columns[1][p] == columns[1][q] && columns[2][p] == columns[2][q];
    }

    /** Copies a point of another draft. */
    void copy(Draft from, int p) {
        point(from.at(0, p), from.at(1, p), from.at(2, p), from.at(3, p), from.place(p));
    }

    Morphology morphology(SomaShape shape) {
        assert type[0] == SectionType.SOMA : "section 0 is the soma";
        byte[] types = new byte[sections];
        for (int s = 0; s < sections; s++) {
            types[s] = (byte) type[s];
        }
        int[] begins = Arrays.copyOf(begin, sections + 1);
        begins[sections] = points;
        return new Morphology(
                Arrays.copyOf(columns[0], points),
                Arrays.copyOf(columns[1], points),
                Arrays.copyOf(columns[2], points),
                Arrays.copyOf(columns[3], points),
                Arrays.copyOf(parent, sections),
                types,
                begins,
                shape);
    }
}
