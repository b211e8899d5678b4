package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.fields.Scratch.Doubles;

/**
 * The same potential on blocks of 4 x 4 x 4 voxels: the finer voxels' equations added up over each block, as if the potential were
 * constant in it. All couplings of the sum are too stiff by one factor, which Laplace's equation does not feel, so its solution is a
 * good start for the finer one.
 */
final class CoarsePotential {
    private static final int SHIFT = 2;

    private final LayeredRegion region;
    private final Bricks blocks;
    private final float[] coupling; // six per block, then to the pia, then to the lower face
    private final double[] phi;

    CoarsePotential(LayeredRegion region, Faces faces, double[] w) {
        this.region = region;
        int[] size = new int[3];
        for (int a = 0; a < 3; a++) {
            size[a] = (region.bricks().size(a) >> SHIFT) + 1;
        }
        blocks = new Bricks(size);
        region.bricks().forEach((_, x, y, z) -> blocks.add(x >> SHIFT, y >> SHIFT, z >> SHIFT));
        blocks.number();
        coupling = new float[8 * blocks.count()];
        phi = new double[blocks.count()];
        java.util.Arrays.fill(phi, 0.5);
        region.bricks().forEach((v, x, y, z) -> {
            int block = block(x, y, z);
            for (int f = 0; f < 6; f++) {
                float wf = (float) w[f >> 1];
                switch (faces.of(v, f)) {
                    case Faces.INSIDE -> coupling[8 * block + f] += leaves(f >> 1, f & 1, x, y, z) ? wf : 0;
                    case Faces.PIA -> coupling[8 * block + 6] += 2 * wf;
                    case Faces.BOTTOM -> coupling[8 * block + 7] += 2 * wf;
                    default -> {}
                }
            }
        });
    }

    private int block(int x, int y, int z) {
        return blocks.at(x >> SHIFT, y >> SHIFT, z >> SHIFT);
    }

    /** Whether the neighbour on that side is of another block. */
    private static boolean leaves(int axis, int up, int x, int y, int z) {
        int i = axis == 0 ? x : axis == 1 ? y : z;
        int mask = (1 << SHIFT) - 1;
        return (i & mask) == (up == 1 ? mask : 0);
    }

    CoarsePotential solve(double tolerance, int limit) {
        double omega = Potential.omega(blocks.count());
        double[] change = {Double.MAX_VALUE};
        for (int sweep = 0; change[0] > tolerance && sweep < limit; sweep++) {
            change[0] = 0;
            blocks.forEach((b, x, y, z) -> change[0] = Math.max(change[0], relax(b, x, y, z, omega)));
        }
        return this;
    }

    private double relax(int b, int x, int y, int z, double omega) {
        double sum = coupling[8 * b + 6];
        double weight = coupling[8 * b + 6] + coupling[8 * b + 7];
        for (int f = 0; f < 6; f++) {
            float c = coupling[8 * b + f];
            if (c > 0) {
                int step = (f & 1) == 0 ? -1 : 1;
                int other = blocks.at(
                        x + (f >> 1 == 0 ? step : 0), y + (f >> 1 == 1 ? step : 0), z + (f >> 1 == 2 ? step : 0));
                sum += c * phi[other];
                weight += c;
            }
        }
        if (weight == 0) {
            return 0;
        }
        double step = omega * (sum / weight - phi[b]);
        phi[b] += step;
        return Math.abs(step);
    }

    /** Gives every voxel a value between those of the blocks around it. */
    void spread(Doubles fine) {
        region.bricks().forEach((v, x, y, z) -> fine.set(v, between(x, y, z)));
    }

    private double between(int x, int y, int z) {
        double half = (1 << SHIFT) / 2.0;
        double bx = (x + 0.5 - half) / (1 << SHIFT);
        double by = (y + 0.5 - half) / (1 << SHIFT);
        double bz = (z + 0.5 - half) / (1 << SHIFT);
        int ix = (int) Math.floor(bx);
        int iy = (int) Math.floor(by);
        int iz = (int) Math.floor(bz);
        double sum = 0;
        double weight = 0;
        for (int c = 0; c < 8; c++) {
            int b = blocks.at(ix + (c & 1), iy + (c >> 1 & 1), iz + (c >> 2));
            if (b >= 0) {
                double share = ((c & 1) == 0 ? 1 - bx + ix : bx - ix)
                        * ((c >> 1 & 1) == 0 ? 1 - by + iy : by - iy)
                        * (c >> 2 == 0 ? 1 - bz + iz : bz - iz);
                sum += share * phi[b];
                weight += share;
            }
        }
        return sum / weight;
    }
}
