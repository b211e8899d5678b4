package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphology.io.SwcMorphology;
import io.brainwright.sonata.circuit.NodesWriter;
import io.brainwright.sonata.hdf5.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;

/** Astrocytes as a population of their own: somata, whose morphology is a sphere, in the order of our ids. */
final class ReleasedAstrocytes {
    static final String POPULATION = "astrocytes";
    static final String FILE = "nodes_astrocytes.h5";
    static final String SHAPES = "morphologies_astrocytes";
    private static final String KIND = "astrocyte";
    private static final Set<String> ELSEWHERE = Set.of("glia_id", "kind", "layer", "radius_um");

    private final long[] ids;
    private final Columns nodes;

    ReleasedAstrocytes(Datasets datasets, DatasetId cells) {
        var glia = datasets.read(cells, "glia");
        var kinds = glia.texts("kind");
        long[] given = glia.longs("glia_id");
        int[] order = IntStream.range(0, glia.rowCount())
                .filter(i -> kinds[i].equals(KIND))
                .boxed()
                .sorted(Comparator.comparingLong(i -> given[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.ids = (long[]) Columns.reordered(given, order);
        this.nodes = columns(glia).reordered(order);
    }

    private static Columns columns(Batch glia) {
        int n = glia.rowCount();
        var columns = SonataColumns.of(glia, ELSEWHERE);
        var layers = ReleasedCells.layers(glia.bytes("layer"));
        var mtypes = new String[n];
        Arrays.setAll(mtypes, i -> layers[i].isEmpty() ? "ASTRO" : "L%s_ASTRO".formatted(layers[i]));
        var shapes = new String[n];
        Arrays.setAll(shapes, i -> "astrocyte_%06d".formatted(glia.longs("glia_id")[i]));
        columns.put("radius", glia.floats("radius_um"))
                .put("layer", layers)
                .put("mtype", mtypes)
                .put("morphology", shapes)
                .put("model_type", filled(n, KIND))
                .put("model_template", filled(n, "NULL")); // SONATA's word for none
        float[] upright = new float[n];
        Arrays.fill(upright, 1);
        columns.put("orientation_w", upright);
        for (var axis : new String[] {"x", "y", "z"}) {
            columns.put("orientation_" + axis, new float[n]);
        }
        return columns;
    }

    private static String[] filled(int n, String word) {
        var words = new String[n];
        Arrays.fill(words, word);
        return words;
    }

    int count() {
        return ids.length;
    }

    long[] ids() {
        return ids;
    }

    Columns nodes() {
        return nodes;
    }

    /** SONATA's ids of our astrocytes. */
    long[] rows(long[] gliaIds) {
        return ReleasedCells.rows(ids, gliaIds, "Astrocyte");
    }

    /** x, y, z of the somata, um. */
    double[][] centres() {
        var centres = new double[count()][];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = new double[] {nodes.floats("x")[i], nodes.floats("y")[i], nodes.floats("z")[i]};
        }
        return centres;
    }

    double[] radii_um() {
        var radii_um = new double[count()];
        Arrays.setAll(radii_um, i -> nodes.floats("radius")[i]);
        return radii_um;
    }

    /** Adds x, y and z of the soma of each row. */
    void putCentres(Columns edges, long[] rows) {
        for (var axis : new String[] {"x", "y", "z"}) {
            float[] all = nodes.floats(axis);
            var some = new float[rows.length];
            for (int i = 0; i < some.length; i++) {
                some[i] = all[(int) rows[i]];
            }
            edges.put("astrocyte_center_" + axis, some);
        }
    }

    void write(Path folder) {
        NodesWriter.writeAstrocytes(folder.resolve(FILE), POPULATION, nodes);
        try {
            var shapes = Files.createDirectories(folder.resolve(SHAPES));
            for (int i = 0; i < count(); i++) {
                SwcMorphology.write(
                        sphere(nodes.floats("radius")[i]), shapes.resolve(nodes.texts("morphology")[i] + ".swc"));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make " + folder.resolve(SHAPES), failed);
        }
    }

    private static Morphology sphere(float radius_um) {
        return new Morphology(
                new float[1],
                new float[1],
                new float[1],
                new float[] {2 * radius_um},
                new int[] {-1},
                new byte[] {SectionType.SOMA},
                new int[] {0, 1});
    }
}
