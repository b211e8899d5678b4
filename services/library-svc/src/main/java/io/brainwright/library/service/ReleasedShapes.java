package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.library.model.morphology.ReleasedSections;
import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.neuro.morphology.io.SwcMorphology;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.hdf5.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** The shapes of a release: an SWC file per cell, and the new numbers of sections where an SWC file cannot say ours. */
final class ReleasedShapes {
    private final ReleasedCells cells;
    private final Map<Long, ReleasedSections> renumbered = new HashMap<>(); // by row; only cells whose sections changed
    private int joined;

    private ReleasedShapes(ReleasedCells cells) {
        this.cells = cells;
    }

    /**
     * Writes all shapes, each as SWC and as H5: only H5 can say that a branch begins thinner than its parent ends.
     *
     * @param done told how many cells are written
     * @throws Problem INVALID where a cell has no shape
     */
    static ReleasedShapes write(Datasets datasets, DatasetId id, ReleasedCells cells, Path folder, IntConsumer done) {
        var shapes = new ReleasedShapes(cells);
        create(folder);
        int written = 0;
        for (int chunk = 0; chunk < datasets.manifest(id).chunks().size(); chunk++) {
            var rows = datasets.read(id, MorphologyTable.NAME, chunk);
            for (int row = 0; row < rows.rowCount(); row++) {
                long cell = rows.longs("node_id")[row];
                var sections = ReleasedSections.of(MorphologyTable.morphology(rows, row));
                shapes.keep(cell, sections);
                SwcMorphology.write(sections.morphology(), folder.resolve(cells.morphology(cell) + ".swc"));
                H5Morphology.write(sections.morphology(), folder.resolve(cells.morphology(cell) + ".h5"));
            }
            written += rows.rowCount();
            done.accept(written);
        }
        shapes.expectAll(folder);
        return shapes;
    }

    /** How many sections had to be joined to their parent, in all cells. */
    int joined() {
        return joined;
    }

    /** Sections of compartments, by the row of their cell. */
    int[] sections(long[] rows, int[] sections) {
        int[] result = sections.clone();
        for (int i = 0; i < result.length; i++) {
            var released = renumbered.get(rows[i]);
            result[i] = released == null ? result[i] : released.section(result[i]);
        }
        return result;
    }

    /**
     * Renumbers the places of synapses on one side, where there are such columns.
     *
     * @param side {@code afferent} or {@code efferent}
     * @param rows the cell on that side
     */
    void renumber(Columns edges, String side, long[] rows) {
        if (renumbered.isEmpty() || !edges.has(side + "_section_id")) {
            return;
        }
        int[] sections = edges.ints(side + "_section_id").clone(); // the dataset's own arrays stay as they are
        int[] types = edges.ints(side + "_section_type").clone();
        int[] segments = edges.ints(side + "_segment_id").clone();
        float[] positions = edges.floats(side + "_section_pos").clone();
        for (int e = 0; e < rows.length; e++) {
            var released = renumbered.get(rows[e]);
            if (released != null) {
                int ours = sections[e];
                sections[e] = released.section(ours);
                types[e] = released.type(ours);
                segments[e] = released.segment(ours, segments[e]);
                positions[e] = (float) released.position(ours, positions[e]);
            }
        }
        edges.put(side + "_section_id", sections)
                .put(side + "_section_type", types)
                .put(side + "_segment_id", segments)
                .put(side + "_section_pos", positions);
    }

    private void keep(long cell, ReleasedSections sections) {
        if (!sections.isUnchanged()) {
            renumbered.put(cells.rows(new long[] {cell})[0], sections);
            joined += sections.joined();
        }
    }

    private void expectAll(Path folder) {
        for (var name : cells.nodes().texts("morphology")) {
            if (!Files.exists(folder.resolve(name + ".swc"))) {
                throw new Problem(
                        Kind.INVALID,
                        "CELL_WITHOUT_SHAPE",
                        "Cell '%s' has no row among the morphologies.".formatted(name),
                        "Give the morphologies that were made for these cells.",
                        Map.of("morphology", name));
            }
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make " + folder, failed);
        }
    }
}
