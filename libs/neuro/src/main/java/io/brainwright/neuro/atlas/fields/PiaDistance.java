package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.fields.Scratch.Floats;
import java.util.BitSet;

/**
 * Straight distance from the centre of every voxel to the pia, um: positive in the region and on the white matter's side of it,
 * negative above the pia; also in the cells around the region, up to a reach.
 *
 * <p>In the region the nearest disc of {@link PiaSurface} is sought through the region only. A cell outside is above where the
 * region's nearest open face lies on the pia, and below where it lies on the lower face; beside a side wall the plane of the nearest
 * disc decides. Parts of the region that hang together with no pia or no lower face have no discs and no faces.
 */
final class PiaDistance {
    static final int REACH = 8; // chosen: voxels around the region; 200 um at 25 um

    private final LayeredRegion region;
    private final Faces faces;
    private final BitSet apart;
    private final PiaSurface pia;
    private final int[] shift = new int[3];
    private final Bricks cells;
    private final Floats distance_um;

    PiaDistance(LayeredRegion region, Faces faces, Floats direction, BitSet apart) {
        this.region = region;
        this.faces = faces;
        this.apart = apart;
        this.pia = new PiaSurface(region, faces, direction, apart);
        int[] size = new int[3];
        for (int a = 0; a < 3; a++) {
            shift[a] = Math.min(REACH, region.low(a));
            int end = region.low(a) + region.bricks().size(a) + REACH;
            size[a] = Math.min(end, region.header().sizes()[a]) - region.low(a) + shift[a];
        }
        cells = region.bricks().grown(REACH, shift, size);
        distance_um = region.scratch().floats(cells.count());
        var inside = inside();
        var above = new NearestThing(cells, region.scratch(), this::toDisc);
        cells.forEach((n, x, y, z) -> {
            int v = voxel(x, y, z);
            if (v >= 0 && inside.owner(v) >= 0) {
                above.put(n, inside.owner(v), inside.distance(v));
            }
        });
        above.search((x, y, z) -> !isWhole(voxel(x, y, z)));
        sign(above, nearestFaces());
    }

    private NearestThing inside() {
        var inside = new NearestThing(
                region.bricks(),
                region.scratch(),
                (disc, x, y, z) -> toDisc(disc, x + shift[0], y + shift[1], z + shift[2]));
        for (int e = 0; e < pia.size(); e++) {
            int v = pia.voxel(e);
            inside.offer(v, e, region.index(v, 0), region.index(v, 1), region.index(v, 2));
        }
        inside.search((_, _, _) -> true);
        return inside;
    }

    /** Whether it is a voxel of the region that hangs together with both faces. */
    private boolean isWhole(int voxel) {
        return voxel >= 0 && !apart.get(voxel);
    }

    private int voxel(int x, int y, int z) {
        return region.at(x - shift[0], y - shift[1], z - shift[2]);
    }

    private double centre_um(int i, int axis) {
        return (i - shift[axis] + 0.5) * region.edge_um(axis);
    }

    private double toDisc(int disc, int x, int y, int z) {
        return pia.distance_um(disc, centre_um(x, 0), centre_um(y, 1), centre_um(z, 2));
    }

    /** The open face, as six times the voxel and the side, that is nearest to each cell outside. */
    private NearestThing nearestFaces() {
        var nearest = new NearestThing(cells, region.scratch(), this::toFace);
        cells.forEach((n, x, y, z) -> {
            if (!isWhole(voxel(x, y, z))) {
                for (int f = 0; f < 6; f++) {
                    int back = (f & 1) == 0 ? 1 : -1;
                    int v = voxel(
                            x + (f >> 1 == 0 ? back : 0), y + (f >> 1 == 1 ? back : 0), z + (f >> 1 == 2 ? back : 0));
                    if (isWhole(v)) {
                        nearest.offer(n, Math.addExact(Math.multiplyExact(6, v), f), x, y, z);
                    }
                }
            }
        });
        nearest.search((x, y, z) -> !isWhole(voxel(x, y, z)));
        return nearest;
    }

    private double toFace(int face, int x, int y, int z) {
        int v = face / 6;
        int axis = face % 6 >> 1;
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            double out = a != axis ? 0 : (face % 6 & 1) == 0 ? -0.5 : 0.5;
            double d = (region.index(v, a) + out + shift[a] - (a == 0 ? x : a == 1 ? y : z)) * region.edge_um(a);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    private void sign(NearestThing disc, NearestThing face) {
        cells.forEach((n, x, y, z) -> {
            if (disc.owner(n) < 0) {
                distance_um.set(n, voxel(x, y, z) < 0 ? Double.NaN : fromAfar(x, y, z));
            } else if (voxel(x, y, z) >= 0) {
                distance_um.set(n, disc.distance(n));
            } else {
                int kind = face.owner(n) < 0 ? Faces.SIDE : faces.of(face.owner(n) / 6, face.owner(n) % 6);
                boolean isAbove = kind == Faces.PIA
                        || kind == Faces.SIDE
                                && pia.above_um(disc.owner(n), centre_um(x, 0), centre_um(y, 1), centre_um(z, 2)) > 0;
                distance_um.set(n, isAbove ? -disc.distance(n) : disc.distance(n));
            }
        });
    }

    /** Distance of a voxel that stands so far apart that no way through the cells leads to it. */
    private double fromAfar(int x, int y, int z) {
        double least = Double.POSITIVE_INFINITY;
        for (int disc = 0; disc < pia.size(); disc++) {
            least = Math.min(least, toDisc(disc, x, y, z));
        }
        return least;
    }

    /** The region's voxels and those around it. */
    Bricks cells() {
        return cells;
    }

    /** First cell in the whole volume along an axis. */
    int low(int axis) {
        return region.low(axis) - shift[axis];
    }

    float distance_um(int cell) {
        return distance_um.at(cell);
    }

    /** Distance at a place of the whole volume; NaN beyond the reach. */
    float at_um(int x, int y, int z) {
        int cell = cells.at(x - low(0), y - low(1), z - low(2));
        return cell < 0 ? Float.NaN : distance_um.at(cell);
    }

    /** Distance at a voxel of the region. */
    float ofVoxel_um(int voxel) {
        return distance_um.at(cells.at(
                region.index(voxel, 0) + shift[0],
                region.index(voxel, 1) + shift[1],
                region.index(voxel, 2) + shift[2]));
    }
}
