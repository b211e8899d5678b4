package io.brainwright.sim.model.emodel;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the dendrites of an SWC file for tests: sections run from fork to fork; the soma is a sphere. */
final class Swc {
    private final Map<Integer, double[]> point = new LinkedHashMap<>(); // type x y z radius parent
    private final Map<Integer, List<Integer>> children = new LinkedHashMap<>();
    private final List<float[]> points = new ArrayList<>();
    private final List<Integer> parent = new ArrayList<>();
    private final List<Byte> type = new ArrayList<>();
    private final List<Integer> first = new ArrayList<>();

    static Morphology read(Path file) throws IOException {
        var swc = new Swc();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                swc.line(line.strip().split("\\s+"));
            }
        }
        return swc.morphology();
    }

    private void line(String[] f) {
        double[] row = new double[6];
        for (int i = 0; i < 6; i++) {
            row[i] = Double.parseDouble(f[i + 1]);
        }
        point.put(Integer.parseInt(f[0]), row);
        children.computeIfAbsent((int) row[5], _ -> new ArrayList<>()).add(Integer.parseInt(f[0]));
    }

    private Morphology morphology() {
        int root = children.get(-1).getFirst();
        double[] o = point.get(root);
        parent.add(-1);
        type.add(SectionType.SOMA);
        first.add(0);
        points.add(new float[] {0, 0, 0, (float) (2 * o[4])});
        for (var e : point.entrySet()) {
            boolean onSoma = e.getValue()[5] > 0 && point.get((int) e.getValue()[5])[0] == SectionType.SOMA;
            if (onSoma && e.getValue()[0] >= SectionType.BASAL) {
                section(e.getKey(), 0, -1, o);
            }
        }
        first.add(points.size());
        var types = new byte[type.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = type.get(i);
        }
        return new Morphology(
                column(0),
                column(1),
                column(2),
                column(3),
                parent.stream().mapToInt(i -> i).toArray(),
                types,
                first.stream().mapToInt(i -> i).toArray());
    }

    private void section(int start, int on, int fork, double[] o) {
        int me = parent.size();
        parent.add(on);
        type.add((byte) point.get(start)[0]);
        first.add(points.size());
        if (fork > 0) {
            point(fork, o);
        }
        int at = start;
        point(at, o);
        while (children.getOrDefault(at, List.of()).size() == 1) {
            at = children.get(at).getFirst();
            point(at, o);
        }
        if (points.size() - first.getLast() == 1) {
            point(at, o);
        }
        for (int child : children.getOrDefault(at, List.of())) {
            section(child, me, at, o);
        }
    }

    private void point(int id, double[] o) {
        var p = point.get(id);
        points.add(new float[] {
            (float) (p[1] - o[1]), (float) (p[2] - o[2]), (float) (p[3] - o[3]), (float) (2 * p[4])
        });
    }

    private float[] column(int c) {
        var out = new float[points.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = points.get(i)[c];
        }
        return out;
    }
}
