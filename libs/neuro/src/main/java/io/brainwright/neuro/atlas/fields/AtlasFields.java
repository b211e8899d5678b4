package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.RegionTree;
import io.brainwright.neuro.atlas.fields.Scratch.Floats;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** All fields of one layered region, one row per voxel. Lengths in um, along streamlines unless said otherwise. */
public final class AtlasFields {
    private static final double TOLERANCE = 1e-7; // chosen: 1e-4 of the potential's step over a voxel of thick cortex
    private static final int SWEEPS = 20_000;
    private static final long LARGE = 2_000_000; // chosen: voxels from which columns live in files; 0.25 GB

    private final LayeredRegion region;
    private final List<Integer> layers;
    private final String solver;
    private final Floats potential;
    private final Floats direction;
    private final Streamlines lines;
    private final PiaDistance piaDistance;
    private final FlatMapField flatMap;
    private final byte[] bad;

    private AtlasFields(LayeredRegion region, List<Integer> layers, String query, double greatest_um) {
        this.region = region;
        this.layers = layers;
        this.bad = new byte[region.size()];
        var faces = new Faces(region);
        var solved = new Potential(region, faces);
        var unconnected = solved.unconnected();
        if (unconnected.cardinality() == region.size()) {
            throw new Problem(
                    Kind.INVALID,
                    "REGION_WITHOUT_DEPTH",
                    "No voxel of '%s' is connected with both an open upper face of layer %d and an open lower face of layer %d."
                            .formatted(query, layers.getFirst(), layers.getLast()),
                    "A region whose uppermost and lowest layers both border on something else.",
                    Map.of("region", query));
        }
        solved.solve(TOLERANCE, SWEEPS);
        this.solver = "%d sweeps, last change %.1e".formatted(solved.sweeps(), solved.lastChange());
        this.direction = solved.directions();
        this.potential = solved.values();
        for (int v = 0; v < bad.length; v++) {
            bad[v] |= unconnected.get(v) ? BadVoxels.UNCONNECTED : 0;
            bad[v] |= Float.isNaN(direction.at(3L * v)) ? BadVoxels.NO_DIRECTION : 0;
            if (bad[v] != 0) {
                direction.set(3L * v, Float.NaN);
            }
        }
        var flow = new Flow(region, direction);
        this.lines = new Streamlines(region, flow, bad);
        lines.trace();
        thick(greatest_um);
        fill();
        this.piaDistance = new PiaDistance(region, faces, direction, unconnected);
        this.flatMap = new FlatMapField(region, flow, potential, unconnected, bad);
    }

    /**
     * Computes the fields of a region in memory.
     *
     * @param query region by id, acronym, name or {@code @pattern}; its parts must name their layers
     * @param greatest_um greatest thickness that is believed; infinite if none
     */
    public static AtlasFields of(Annotation annotation, RegionTree tree, String query, double greatest_um) {
        return of(annotation, tree, query, greatest_um, Scratch.heap());
    }

    /**
     * Computes the fields of a region; the long columns of a large one live in files of a folder, which vanish by themselves.
     *
     * @param folder an existing folder with room for some 120 bytes per voxel
     */
    public static AtlasFields of(
            Annotation annotation, RegionTree tree, String query, double greatest_um, Path folder) {
        boolean isLarge = annotation.voxels(annotation.present(tree.query(query))) >= LARGE;
        return of(annotation, tree, query, greatest_um, isLarge ? Scratch.files(folder) : Scratch.heap());
    }

    static AtlasFields of(Annotation annotation, RegionTree tree, String query, double greatest_um, Scratch scratch) {
        long[] ids = annotation.present(tree.query(query));
        var names = new LayerNames(tree, ids, query);
        return new AtlasFields(annotation.region(query, names, ids, scratch), names.order(), query, greatest_um);
    }

    private void thick(double greatest_um) {
        double slack = 2 * region.edge_um(0);
        for (int v = 0; v < bad.length; v++) {
            if (lines.up_um.at(v) + lines.down_um.at(v) > greatest_um + slack) {
                bad[v] |= BadVoxels.TOO_THICK;
                lines.up_um.set(v, Float.NaN);
            }
        }
    }

    private void fill() {
        Neighbours.fill(region, direction, 3);
        for (int v = 0; v < bad.length; v++) {
            double x = direction.at(3L * v);
            double y = direction.at(3L * v + 1);
            double z = direction.at(3L * v + 2);
            double norm = Math.sqrt(x * x + y * y + z * z);
            direction.set(3L * v, x / norm);
            direction.set(3L * v + 1, y / norm);
            direction.set(3L * v + 2, z / norm);
            if (Float.isNaN(lines.up_um.at(v))
                    || Float.isNaN(lines.down_um.at(v))
                    || (bad[v] & (BadVoxels.UNCONNECTED | BadVoxels.NO_DIRECTION)) != 0) {
                lines.up_um.set(v, Float.NaN);
                lines.down_um.set(v, Float.NaN);
            }
        }
        Neighbours.fill(region, lines.up_um, 1);
        Neighbours.fill(region, lines.down_um, 1);
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
        return direction.at(3L * voxel + component);
    }

    /** Potential, 0 at the lower face and 1 at the pia. */
    public double potential(int voxel) {
        return potential.at(voxel);
    }

    /** Distance to the pia along the streamline. */
    public float depth_um(int voxel) {
        return lines.up_um.at(voxel);
    }

    /** Distance to the lower face along the streamline. */
    public float height_um(int voxel) {
        return lines.down_um.at(voxel);
    }

    /** Share of the streamline above the voxel, 0 at the pia. */
    public float relativeDepth(int voxel) {
        return depth_um(voxel) / (depth_um(voxel) + height_um(voxel));
    }

    /** Depth at which the streamline leaves the layer of this rank downwards; NaN where it does not meet that boundary. */
    public float boundaryDepth_um(int voxel, int layer) {
        return lines.boundary_um.at((long) voxel * (layers.size() - 1) + layer);
    }

    /** Straight distance to the pia; positive, as the voxel lies below it. */
    public float piaDistance_um(int voxel) {
        return piaDistance.ofVoxel_um(voxel);
    }

    /** Place on the flat map: component 0 (u) or 1 (v); NaN where no voxel near has one. */
    public float place_um(int voxel, int component) {
        return flatMap.place_um(voxel, component);
    }

    /** How the flat map came out. */
    public FlatMapReport flatMap() {
        return flatMap.report();
    }

    /**
     * Signed straight distance to the pia at a voxel of the whole volume, in the region or up to eight voxels around it; NaN beyond.
     */
    public float signedPiaDistance_um(int x, int y, int z) {
        return piaDistance.at_um(x, y, z);
    }

    PiaDistance piaDistance() {
        return piaDistance;
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
        return solver;
    }
}
