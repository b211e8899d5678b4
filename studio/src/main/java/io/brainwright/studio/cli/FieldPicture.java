package io.brainwright.studio.cli;

import io.brainwright.neuro.atlas.fields.AtlasFields;
import io.brainwright.neuro.atlas.fields.BadVoxels;
import io.brainwright.render.model.plot.Panel;
import io.brainwright.render.model.plot.PanelRow;
import io.brainwright.render.model.plot.PanelRow.Named;
import io.brainwright.render.model.plot.PanelRow.Shades;
import io.brainwright.render.model.plot.PanelSheet;
import io.brainwright.render.model.plot.Ramp;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of a region on one sheet: slices of every field with its key, and the flat map. */
final class FieldPicture {
    private static final int PAPER = -1;
    private static final int GOOD = 0xdfe2e8;
    private static final int[] CHECKS = {0x0072b2, 0xf0e4b0, 0xe69f00, 0xcfe3ef
    }; // two pairs, alternating by patch quarter
    private static final int MAP_CELLS = 150;
    private static final List<Named> BAD = List.of(
            new Named("layers out of order", 0x56b4e9),
            new Named("no place on the flat map", 0xcc79a7),
            new Named("thicker than believed", 0x009e73),
            new Named("line lost before the lower face", 0xe69f00),
            new Named("line lost before the pia", 0xd55e00),
            new Named("unconnected, or no direction", 0x000000));
    private static final int[] BITS = {
        BadVoxels.LAYERS_OUT_OF_ORDER,
        BadVoxels.NO_PLACE,
        BadVoxels.TOO_THICK,
        BadVoxels.NO_BOTTOM,
        BadVoxels.NO_PIA,
        BadVoxels.UNCONNECTED | BadVoxels.NO_DIRECTION
    };

    private final AtlasFields fields;
    private final FieldSlices slices;
    private final double check_um;

    private FieldPicture(AtlasFields fields) {
        this.fields = fields;
        this.slices = new FieldSlices(fields);
        var extent_um = fields.flatMap().extent_um();
        this.check_um = round(Math.max(extent_um[0], extent_um[1]) / 8);
    }

    static BufferedImage draw(AtlasFields fields, String region) {
        return new FieldPicture(fields).sheet(region);
    }

    private BufferedImage sheet(String region) {
        var title = String.format(
                Locale.ROOT, "%s: %,d voxels", region, fields.region().size());
        var caption =
                "Slices through the median voxel of the region along each axis, in true proportions. Lines: direction"
                        + " towards the pia.\nA voxel that is bad for several reasons has the colour of the lowest one in the key.";
        return PanelSheet.draw(title, caption, List.of(layers(), depth(), direction(), distance(), flatMap(), bad()));
    }

    private interface OfVoxel {
        int colour(int voxel);
    }

    private List<Panel> voxels(OfVoxel colour, boolean withDirections) {
        return slices.panels(
                (x, y, z) -> {
                    int v = fields.region().voxel(x, y, z);
                    return v < 0 ? PAPER : colour.colour(v);
                },
                withDirections);
    }

    private PanelRow layers() {
        int n = fields.layers().size();
        var keys = new ArrayList<Named>();
        for (int l = 0; l < n; l++) {
            keys.add(new Named("layer " + fields.layers().get(l), Ramp.rising(1 - (l + 0.5) / n)));
        }
        return row("Layers", voxels(v -> keys.get(fields.region().layer(v)).colour(), false), keys, null);
    }

    private PanelRow depth() {
        return row(
                "Relative depth (0 at the pia, 1 at the lower face)",
                voxels(v -> Ramp.rising(1 - fields.relativeDepth(v)), false),
                List.of(),
                new Shades(0, 1, share -> Ramp.rising(1 - share)));
    }

    private PanelRow direction() {
        var keys = List.of(
                new Named("along x", axes(1, 0, 0)),
                new Named("along y", axes(0, 1, 0)),
                new Named("along z", axes(0, 0, 1)));
        return row(
                "Direction towards the pia",
                voxels(v -> axes(fields.direction(v, 0), fields.direction(v, 1), fields.direction(v, 2)), true),
                keys,
                null);
    }

    /** Shares of the three axes as red, green and blue, pale enough for lines on top. */
    private static int axes(double x, double y, double z) {
        return shade(x) << 16 | shade(y) << 8 | shade(z);
    }

    private static int shade(double component) {
        return (int) Math.round(110 + 135 * Math.min(1, Math.abs(component)));
    }

    private PanelRow distance() {
        float[] range = {0, 0};
        PanelRow.Colours colours = d ->
                d < 0 ? Ramp.diverging(-d / Math.min(-1e-9, range[0])) : Ramp.diverging(d / Math.max(1e-9, range[1]));
        slices.panels(
                (x, y, z) -> {
                    float d = fields.signedPiaDistance_um(x, y, z);
                    range[0] = Float.isNaN(d) ? range[0] : Math.min(range[0], d);
                    range[1] = Float.isNaN(d) ? range[1] : Math.max(range[1], d);
                    return PAPER;
                },
                false);
        var panels = slices.panels(
                (x, y, z) -> {
                    float d = fields.signedPiaDistance_um(x, y, z);
                    int colour = Float.isNaN(d) ? PAPER : colours.of(d);
                    return colour < 0 || fields.region().voxel(x, y, z) >= 0 ? colour : faint(colour);
                },
                false);
        return row(
                "Straight distance to the pia (um), negative above it; pale outside the region",
                panels,
                List.of(),
                new Shades(range[0], range[1], colours));
    }

    /** Half way to white. */
    private static int faint(int colour) {
        return (colour & 0xfefefe) / 2 + 0x7f7f7f;
    }

    private PanelRow bad() {
        var keys = new ArrayList<Named>();
        keys.add(new Named("good", GOOD));
        keys.addAll(BAD);
        return row(
                "Bad voxels",
                voxels(
                        v -> {
                            int colour = GOOD;
                            for (int k = 0; k < BITS.length; k++) {
                                colour = (fields.bad(v) & BITS[k]) != 0
                                        ? BAD.get(k).colour()
                                        : colour;
                            }
                            return colour;
                        },
                        false),
                keys,
                null);
    }

    private PanelRow flatMap() {
        var name = String.format(
                Locale.ROOT, "Flat map: squares of %.0f um on the map, carried back along streamlines", check_um);
        return new PanelRow(
                name, voxels(v -> check(fields.place_um(v, 0), fields.place_um(v, 1)), false), List.of(), null, map());
    }

    private int check(double u_um, double v_um) {
        if (Double.isNaN(u_um)) {
            return GOOD;
        }
        int i = (int) Math.floor(u_um / check_um);
        int j = (int) Math.floor(v_um / check_um);
        return CHECKS[(i + j & 1) + 2 * (Math.floorDiv(j, 2) & 1)];
    }

    /** The map itself: every cell on which a voxel has its place. */
    private @Nullable Panel map() {
        var extent_um = fields.flatMap().extent_um();
        if (!(extent_um[0] > 0) || !(extent_um[1] > 0)) {
            return null;
        }
        double cell_um = Math.max(
                Math.max(extent_um[0], extent_um[1]) / MAP_CELLS,
                1.3 * Arrays.stream(fields.region().header().spacing_um()).max().orElseThrow());
        int across = (int) (extent_um[0] / cell_um) + 1;
        int down = (int) (extent_um[1] / cell_um) + 1;
        int[] colours = new int[across * down];
        Arrays.fill(colours, PAPER);
        for (int v = 0; v < fields.region().size(); v++) {
            int i = (int) Math.floor(fields.place_um(v, 0) / cell_um);
            int j = (int) Math.floor(fields.place_um(v, 1) / cell_um);
            if (i >= 0 && j >= 0 && i < across && j < down && (fields.bad(v) & BadVoxels.NO_PLACE) == 0) {
                colours[(down - 1 - j) * across + i] = check((i + 0.5) * cell_um, (j + 0.5) * cell_um);
            }
        }
        var title = String.format(Locale.ROOT, "u right, v up; %.1f mm wide", extent_um[0] / 1000);
        return new Panel(title, across, down, colours, cell_um, cell_um, List.of());
    }

    /** The next lower 1, 2 or 5 times a power of ten. */
    private static double round(double value) {
        if (!(value > 0)) {
            return 1;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        return value >= 5 * ten ? 5 * ten : value >= 2 * ten ? 2 * ten : ten;
    }

    private static PanelRow row(String name, List<Panel> panels, List<Named> keys, @Nullable Shades shades) {
        return new PanelRow(name, panels, keys, shades, null);
    }
}
