package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.RegionTree;
import java.util.List;

/** All fields of one layered region, one row per voxel. Lengths in um, along streamlines unless said otherwise. */
public final class AtlasFields {
    private static final double TOLERANCE = 1e-7; // chosen: 1e-4 of the potential's step over a voxel of thick cortex
    private static final int SWEEPS = 20_000;

    private final LayeredRegion region;
    private final List<Integer> layers;
    private final Potential potential;
    private final float[] direction;
    private final Streamlines lines;
    private final float[] piaDistance_um;
    private final byte[] bad;

    private AtlasFields(LayeredRegion region, List<Integer> layers, double greatest_um) {
        this.region = region;
        this.layers = layers;
        this.potential = new Potential(region);
        potential.solve(TOLERANCE, SWEEPS);
        boolean[] unconnected = potential.unconnected();
        this.direction = potential.directions();
        this.bad = new byte[region.size()];
        for (int v = 0; v < bad.length; v++) {
            bad[v] |= unconnected[v] ? BadVoxels.UNCONNECTED : 0;
            bad[v] |= Float.isNaN(direction[3 * v]) ? BadVoxels.NO_DIRECTION : 0;
            if (bad[v] != 0) {
                direction[3 * v] = Float.NaN;
            }
        }
        this.lines = new Streamlines(region, direction, bad);
        lines.trace();
        thick(greatest_um);
        fill();
        this.piaDistance_um = new PiaDistance(region, potential).distances_um();
    }

    /**
     * Computes the fields of a region.
     *
     * @param query region by id, acronym, name or {@code @pattern}; its parts must name their layers
     * @param greatest_um greatest thickness that is believed; infinite if none
     */
    public static AtlasFields of(Annotation annotation, RegionTree tree, String query, double greatest_um) {
        long[] ids = annotation.present(tree.query(query));
        var names = new LayerNames(tree, ids, query);
        return new AtlasFields(annotation.region(query, names, ids), names.order(), greatest_um);
    }

    private void thick(double greatest_um) {
        double slack = 2 * region.edge_um(0);
        for (int v = 0; v < bad.length; v++) {
            if (lines.up_um[v] + lines.down_um[v] > greatest_um + slack) {
                bad[v] |= BadVoxels.TOO_THICK;
                lines.up_um[v] = Float.NaN;
            }
        }
    }

    private void fill() {
        Neighbours.fill(region, potential, direction, 3);
        for (int v = 0; v < bad.length; v++) {
            double x = direction[3 * v];
            double y = direction[3 * v + 1];
            double z = direction[3 * v + 2];
            double norm = Math.sqrt(x * x + y * y + z * z);
            direction[3 * v] = (float) (x / norm);
            direction[3 * v + 1] = (float) (y / norm);
            direction[3 * v + 2] = (float) (z / norm);
            if (Float.isNaN(lines.up_um[v])
                    || Float.isNaN(lines.down_um[v])
                    || (bad[v] & (BadVoxels.UNCONNECTED | BadVoxels.NO_DIRECTION)) != 0) {
                lines.up_um[v] = Float.NaN;
                lines.down_um[v] = Float.NaN;
            }
        }
        Neighbours.fill(region, potential, lines.up_um, 1);
        Neighbours.fill(region, potential, lines.down_um, 1);
    }

    public LayeredRegion region() {
        return region;
    }

    /** Digits of the layers, the uppermost first. */
    public List<Integer> layers() {
        return List.copyOf(layers);
    }

    /** Component 0 to 2 of the unit vector towards the pia. */
    public float direction(int voxel, int component) {
        return direction[3 * voxel + component];
    }

    /** Potential, 0 at the lower face and 1 at the pia. */
    public double potential(int voxel) {
        return potential.at(voxel);
    }

    /** Distance to the pia along the streamline. */
    public float depth_um(int voxel) {
        return lines.up_um[voxel];
    }

    /** Distance to the lower face along the streamline. */
    public float height_um(int voxel) {
        return lines.down_um[voxel];
    }

    /** Share of the streamline above the voxel, 0 at the pia. */
    public float relativeDepth(int voxel) {
        return lines.up_um[voxel] / (lines.up_um[voxel] + lines.down_um[voxel]);
    }

    /** Depth at which the streamline leaves the layer of this rank downwards; NaN where it does not meet that boundary. */
    public float boundaryDepth_um(int voxel, int layer) {
        return lines.boundary_um[voxel * (layers.size() - 1) + layer];
    }

    /** Straight distance to the nearest face of the pia; positive, as the voxel lies below it. */
    public float piaDistance_um(int voxel) {
        return piaDistance_um[voxel];
    }

    /** Bits of {@link BadVoxels}; 0 for a good voxel. */
    public int bad(int voxel) {
        return bad[voxel];
    }

    /** Why voxels are bad, every reason with its number of voxels. */
    public List<BadVoxels.Reason> reasons() {
        return BadVoxels.reasons(region, bad);
    }

    /** Sweeps of the solver and its last change of the potential, in words. */
    public String solver() {
        return "%d sweeps, last change %.1e".formatted(potential.sweeps(), potential.lastChange());
    }
}
