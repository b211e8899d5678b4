package io.brainwright.render.model.column;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.render.model.scene.Capsules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns placed cells into capsules: dendrites and somata solid, axons as a veil.
 */
public final class ColumnScene {
    private final Capsules solid = new Capsules();
    private final Capsules veil = new Capsules();
    private final ColourBy colourBy;
    private final @Nullable VoltageFrame voltages;

    private ColumnScene(ColourBy colourBy, @Nullable VoltageFrame voltages) {
        this.colourBy = colourBy;
        this.voltages = voltages;
    }

    /**
     * @param voltages needed for {@link ColourBy#VOLTAGE}
     * @param axons whether axons are shown
     */
    public static ColumnScene of(
            List<PlacedCell> cells, ColourBy colourBy, @Nullable VoltageFrame voltages, boolean axons) {
        var scene = new ColumnScene(colourBy, voltages);
        for (var cell : cells) {
            scene.add(cell, axons);
        }
        return scene;
    }

    /** Somata and dendrites. */
    public Capsules solid() {
        return solid;
    }

    /** Axons. */
    public Capsules veil() {
        return veil;
    }

    /** A piece of a vessel, solid. */
    void add(VesselPiece piece) {
        var a = piece.start();
        var b = piece.end();
        solid.add(
                a[0],
                a[1],
                a[2],
                piece.startRadius_um(),
                b[0],
                b[1],
                b[2],
                piece.endRadius_um(),
                Palette.vessel(piece.kind()),
                0);
    }

    private void add(PlacedCell cell, boolean axons) {
        var m = cell.morphology();
        addSoma(cell);
        for (int section = 1; section < m.sectionCount(); section++) {
            boolean axon = m.type(section) == SectionType.AXON;
            if (!axon || axons) {
                addSection(cell, section, axon ? veil : solid);
            }
        }
    }

    private void addSoma(PlacedCell cell) {
        double r = cell.morphology().somaRadius_um();
        float v = voltage(cell.node_id(), 0, 0.5);
        solid.add(
                cell.x_um(),
                cell.y_um(),
                cell.z_um(),
                r,
                cell.x_um(),
                cell.y_um(),
                cell.z_um(),
                r,
                colour(cell, SectionType.SOMA, v),
                glow(v));
    }

    private void addSection(PlacedCell cell, int section, Capsules into) {
        var m = cell.morphology();
        double length = m.length_um(section);
        double walked = 0;
        double[] a = new double[3];
        double[] b = new double[3];
        place(cell, m, m.begin(section), a);
        for (int p = m.begin(section); p < m.end(section) - 1; p++) {
            double step = m.segmentLength_um(p);
            float v = voltage(cell.node_id(), section, length > 0 ? (walked + step / 2) / length : 0.5);
            place(cell, m, p + 1, b);
            into.add(
                    a[0],
                    a[1],
                    a[2],
                    m.diameter(p) / 2,
                    b[0],
                    b[1],
                    b[2],
                    m.diameter(p + 1) / 2,
                    colour(cell, m.type(section), v),
                    glow(v));
            walked += step;
            System.arraycopy(b, 0, a, 0, 3);
        }
    }

    private static void place(PlacedCell cell, Morphology m, int point, double[] out) {
        cell.orientation().rotate(m.x(point), m.y(point), m.z(point), out);
        out[0] += cell.x_um();
        out[1] += cell.y_um();
        out[2] += cell.z_um();
    }

    private float voltage(long node, int section, double position) {
        return voltages == null ? Float.NaN : voltages.at(node, section, position);
    }

    private float[] colour(PlacedCell cell, int type, float v_mV) {
        return switch (colourBy) {
            case VOLTAGE -> Float.isNaN(v_mV) ? Palette.section(type) : Palette.voltage(type, v_mV);
            case LAYER -> Palette.layer(cell.layer());
            case M_TYPE -> Palette.word(cell.mtype());
            case E_TYPE -> Palette.word(cell.etype());
            case REGION -> Palette.word(cell.region());
            case ID -> Palette.word("cell " + cell.node_id());
            case SECTION -> Palette.section(type);
        };
    }

    private float glow(float v_mV) {
        return colourBy == ColourBy.VOLTAGE && !Float.isNaN(v_mV) ? Palette.glow(v_mV) : 0;
    }
}
