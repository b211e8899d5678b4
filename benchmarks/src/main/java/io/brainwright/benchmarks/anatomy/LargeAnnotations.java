package io.brainwright.benchmarks.anatomy;

import io.brainwright.neuro.atlas.nrrd.NrrdHeader;
import io.brainwright.neuro.atlas.nrrd.NrrdReader;
import io.brainwright.neuro.atlas.nrrd.NrrdType;
import io.brainwright.neuro.atlas.nrrd.NrrdWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Annotation volumes of a size that matters, for the question: what do {@code atlas regions} and {@code atlas fields} cost on them?
 * Answer: benchmarks/results/anatomy.md.
 */
public final class LargeAnnotations {
    private static final int[] MOUSE_10UM = {1320, 800, 1140};

    private LargeAnnotations() {}

    /** Arguments: {@code brain OUT} or {@code split IN TIMES OUT} or {@code shell VOXELS EDGE_UM OUT}; OUT without its ending. */
    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "brain" -> brain(Path.of(args[1] + ".nrrd"));
            case "split" -> split(Path.of(args[1]), Integer.parseInt(args[2]), Path.of(args[3] + ".nrrd"));
            case "shell" -> shell(Integer.parseInt(args[1]), Double.parseDouble(args[2]), Path.of(args[3] + ".nrrd"));
            default -> throw new IllegalArgumentException(args[0]);
        }
        if (!args[0].equals("split")) {
            hierarchy(Path.of(args[args.length - 1] + ".json"));
        }
    }

    /** A region of six layers, ids 101 to 106. */
    private static void hierarchy(Path file) throws IOException {
        var layers = new StringBuilder();
        for (int l = 1; l <= 6; l++) {
            layers.append(l > 1 ? ", " : "")
                    .append("{\"id\": %d, \"acronym\": \"C%d\", \"name\": \"cortex, layer %d\"}"
                            .formatted(100 + l, l, l));
        }
        Files.writeString(
                file, "{\"id\": 1, \"acronym\": \"C\", \"name\": \"cortex\", \"children\": [%s]}%n".formatted(layers));
    }

    /** The lattice of the mouse brain at 10 um, 4.8 GB raw: an ellipsoid with a cortex of six layers, 900 um thick. */
    private static void brain(Path file) {
        int[] n = MOUSE_10UM;
        try (var out = new NrrdWriter(file, header(n, 10))) {
            for (int z = 0; z < n[2]; z++) {
                for (int y = 0; y < n[1]; y++) {
                    for (int x = 0; x < n[0]; x++) {
                        double a = (x - 660) / 640.0;
                        double b = (y - 400) / 390.0;
                        double c = (z - 570) / 560.0;
                        double below_um = (1 - Math.sqrt(a * a + b * b + c * c)) * 4000;
                        out.next(below_um < 0 ? 0 : below_um < 900 && y < 500 ? 101 + (int) (below_um / 150) : 1);
                    }
                }
            }
        }
    }

    /** A quarter of a spherical shell with its pole at +y, from 0.72 to 1 of the radius, in six layers. */
    private static void shell(int n, double edge_um, Path file) {
        try (var out = new NrrdWriter(file, header(new int[] {2 * n, n + 2, 2 * n}, edge_um))) {
            for (int z = 0; z < 2 * n; z++) {
                for (int y = 0; y < n + 2; y++) {
                    for (int x = 0; x < 2 * n; x++) {
                        double r = Math.sqrt(square(x + 0.5 - n) + square(y + 0.5) + square(z + 0.5 - n)) / (n - 1);
                        boolean cap = y + 0.5 > 0.45 * r * (n - 1);
                        out.next(r > 1 || r < 0.72 || !cap ? 0 : 101 + Math.min(5, (int) ((1 - r) / 0.28 * 6)));
                    }
                }
            }
        }
    }

    private static double square(double x) {
        return x * x;
    }

    private static NrrdHeader header(int[] sizes, double edge_um) {
        return new NrrdHeader(
                NrrdType.UINT32, 1, sizes, new double[] {edge_um, edge_um, edge_um}, new double[3], true, true);
    }

    /** Each voxel of a volume as {@code times} cubed smaller ones. */
    private static void split(Path file, int times, Path result) {
        try (var in = new NrrdReader(file)) {
            var header = in.header();
            int[] n = header.sizes();
            double[] edge_um =
                    Arrays.stream(header.spacing_um()).map(e -> e / times).toArray();
            var fine = new NrrdHeader(
                    header.type(),
                    1,
                    Arrays.stream(n).map(s -> s * times).toArray(),
                    edge_um,
                    header.origin_um(),
                    true,
                    true);
            double[] plane = new double[n[0] * n[1]];
            try (var out = new NrrdWriter(result, fine)) {
                for (int z = 0; z < n[2] * times; z++) {
                    for (int i = 0; i < plane.length && z % times == 0; i++) {
                        plane[i] = in.next();
                    }
                    for (int y = 0; y < n[1] * times; y++) {
                        for (int x = 0; x < n[0] * times; x++) {
                            out.next(plane[x / times + n[0] * (y / times)]);
                        }
                    }
                }
            }
        }
    }
}
