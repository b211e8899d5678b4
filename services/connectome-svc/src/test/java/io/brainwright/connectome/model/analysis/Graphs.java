package io.brainwright.connectome.model.analysis;

import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;

/** Graphs whose numbers are known. */
final class Graphs {
    private Graphs() {}

    /** Each cell contacts the next, the last one the first. */
    static CellGraph ring(int n) {
        var edges = new Edges();
        for (int a = 0; a < n; a++) {
            edges.add(a, (a + 1) % n, 1);
        }
        return edges.graph(n);
    }

    /** Every cell contacts every later one. */
    static CellGraph feedForward(int n) {
        var edges = new Edges();
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                edges.add(a, b, 1);
            }
        }
        return edges.graph(n);
    }

    /** Every cell contacts every other one. */
    static CellGraph complete(int n) {
        var edges = new Edges();
        for (int b = n - 1; b >= 0; b--) {
            for (int a = 0; a < n; a++) {
                if (a != b) {
                    edges.add(a, b, 1);
                }
            }
        }
        return edges.graph(n);
    }

    static CellGraph reference(String name, int cells) throws IOException {
        var edges = new Edges();
        for (var line : Files.readAllLines(Reference.path("connectome/graphs/" + name + ".csv"))) {
            if (!line.startsWith("source")) {
                var words = line.split(",");
                edges.add(Integer.parseInt(words[0]), Integer.parseInt(words[1]), 1);
            }
        }
        return edges.graph(cells);
    }

    /** Cells on a line, each some way from the one before. */
    static Somata line(int n, float step_um) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = i * step_um;
        }
        return new Somata(x, new float[n], new float[n]);
    }
}
