package io.brainwright.library.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.library.model.release.TubeMesh;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.circuit.NodesWriter;
import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.NewGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Blood vessels as a population whose nodes are straight pieces; beside it their sections, as MorphIO reads them, and their surface. */
final class ReleasedVessels {
    static final String POPULATION = "vasculature";
    static final String FILE = "nodes_vasculature.h5";
    static final String SECTIONS = "vasculature.h5";
    static final String MESH = "vasculature.obj";

    /** SONATA's and MorphIO's types. Ours does not say on which side of the bed a capillary lies: transitional. */
    private static final Map<String, Integer> TYPES = Map.of("venule", 3, "arteriole", 4, "capillary", 7);

    private final Batch rows;
    private final List<Section> sections = new ArrayList<>();

    /** Pieces from one row up to another, without that. */
    private record Section(int first, int end) {
        int points() {
            return end - first + 1;
        }
    }

    /** @param rows pieces in the order of their sections, and along each */
    ReleasedVessels(Batch rows) {
        this.rows = rows;
        int first = 0;
        for (int i = 1; i <= rows.rowCount(); i++) {
            if (i == rows.rowCount() || rows.ints("section_id")[i] != rows.ints("section_id")[first]) {
                sections.add(new Section(first, i));
                first = i;
            }
        }
        for (int i = 0; i < rows.rowCount(); i++) {
            boolean begins = i == 0 || rows.ints("section_id")[i] != rows.ints("section_id")[i - 1];
            boolean follows = begins
                    ? rows.ints("segment_id")[i] == 0
                    : rows.ints("segment_id")[i] == rows.ints("segment_id")[i - 1] + 1
                            && rows.longs("start_node")[i] == rows.longs("end_node")[i - 1];
            if (rows.longs("node_id")[i] != i || !follows) {
                throw new Problem(
                        Kind.INVALID,
                        "VESSELS_NOT_IN_ORDER",
                        "Row %d of the vessels does not go on from the one before.".formatted(i),
                        "Give vessels in the order of their sections, and along each.",
                        Map.of("row", String.valueOf(i)));
            }
        }
    }

    int count() {
        return rows.rowCount();
    }

    void write(Path folder) {
        NodesWriter.writeVasculature(folder.resolve(FILE), POPULATION, nodes());
        Hdf5File.write(folder.resolve(SECTIONS), this::sections);
        mesh(folder.resolve(MESH));
    }

    private Columns nodes() {
        var nodes = SonataColumns.of(rows, Set.of("node_id", "type"));
        var words = new String[count()];
        Arrays.fill(words, POPULATION);
        return nodes.putSigned(
                        "type",
                        Arrays.stream(rows.texts("kind"))
                                .mapToInt(ReleasedVessels::type)
                                .toArray())
                .put("model_type", words);
    }

    private static int type(String kind) {
        var type = TYPES.get(kind);
        if (type == null) {
            throw new Problem(
                    Kind.INVALID,
                    "VESSEL_OF_NO_TYPE",
                    "A vessel is of kind '%s', which SONATA has no type for.".formatted(kind),
                    "Known are %s.".formatted(TYPES.keySet().stream().sorted().toList()),
                    Map.of("kind", kind));
        }
        return type;
    }

    /** Points of all sections, where each begins with its type, and which begins where which ends. */
    private void sections(NewGroup root) {
        var points = new ArrayList<float[]>();
        var structure = new long[sections.size()][];
        var beginning = new HashMap<Long, List<Integer>>();
        for (int s = 0; s < structure.length; s++) {
            var section = sections.get(s);
            structure[s] = new long[] {points.size(), type(rows.texts("kind")[section.first()])};
            float[] line = line(section);
            for (int p = 0; p < line.length; p += 4) {
                points.add(Arrays.copyOfRange(line, p, p + 4));
            }
            beginning
                    .computeIfAbsent(rows.longs("start_node")[section.first()], _ -> new ArrayList<>())
                    .add(s);
        }
        var joints = new ArrayList<long[]>();
        for (int s = 0; s < structure.length; s++) {
            long end = rows.longs("end_node")[sections.get(s).end() - 1];
            for (int next : beginning.getOrDefault(end, List.of())) {
                joints.add(new long[] {s, next});
            }
        }
        root.table("points", points.toArray(float[][]::new), 4);
        root.signedTable("structure", structure, 2);
        root.signedTable("connectivity", joints.toArray(long[][]::new), 2);
    }

    /** x, y, z and diameter of each point of a section. */
    private float[] line(Section section) {
        var line = new float[4 * section.points()];
        for (int i = section.first(); i < section.end(); i++) {
            put(line, i - section.first(), "start", i);
        }
        put(line, section.points() - 1, "end", section.end() - 1);
        return line;
    }

    private void put(float[] line, int point, String side, int row) {
        line[4 * point] = rows.floats(side + "_x")[row];
        line[4 * point + 1] = rows.floats(side + "_y")[row];
        line[4 * point + 2] = rows.floats(side + "_z")[row];
        line[4 * point + 3] = rows.floats(side + "_diameter")[row];
    }

    private void mesh(Path file) {
        try (var obj = Files.newBufferedWriter(file)) {
            obj.write("# Surface of the vessels (um): a closed tube for each section\n");
            int corners = 0;
            for (int s = 0; s < sections.size(); s++) {
                obj.write("o section_%d\n".formatted(s));
                corners = new TubeMesh(line(sections.get(s))).write(obj, corners);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }
}
