package io.brainwright.render.service;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.world.Compartments;
import io.brainwright.render.model.world.ReportFeed;
import io.brainwright.render.model.world.SpikeTrain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Voltages in a CSV file: time_ms,NODE:SECTION:POSITION,... then a line per frame. */
final class CsvReport implements ReportFeed {
    /** Numbers are ASCII; what else stands in a file is told as a word that is no number. */
    private static final Charset ANY_BYTES = StandardCharsets.ISO_8859_1;

    private final String name;
    private final Path file;
    private final Compartments compartments;

    CsvReport(String name, Path file) {
        this.name = name;
        this.file = file;
        try (var in = Files.newBufferedReader(file, ANY_BYTES)) {
            this.compartments = head(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Compartments compartments() {
        return compartments;
    }

    @Override
    public void forEachFrame(FrameSink sink) {
        try (var in = Files.newBufferedReader(file, ANY_BYTES)) {
            head(in);
            int number = 1;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                var cells = line.split(",", -1);
                float[] v = new float[cells.length - 1];
                for (int i = 0; i < v.length; i++) {
                    v[i] = (float) value(number, cells[i + 1]);
                }
                sink.frame(value(number, cells[0]), v);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Spikes in a CSV file: time_ms,node_id. */
    static SpikeTrain spikes(Path file) {
        try {
            var rows = new ArrayList<double[]>();
            var lines = Files.readAllLines(file, ANY_BYTES);
            for (int i = 1; i < lines.size(); i++) {
                var cells = lines.get(i).split(",", -1);
                if (cells.length != 2) {
                    throw bad(file, i + 1, "has %d columns instead of 2".formatted(cells.length));
                }
                rows.add(new double[] {number(file, i + 1, cells[0]), number(file, i + 1, cells[1])});
            }
            rows.sort(Comparator.<double[]>comparingDouble(r -> r[0]).thenComparingDouble(r -> r[1]));
            return new SpikeTrain(
                    rows.stream().mapToDouble(r -> r[0]).toArray(),
                    rows.stream().mapToLong(r -> (long) r[1]).toArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Compartments head(BufferedReader in) throws IOException {
        var first = in.readLine();
        var names = first == null ? new String[0] : first.split(",", -1);
        if (names.length < 2 || !names[0].equals("time_ms")) {
            throw bad(file, 1, "does not begin with time_ms and at least one NODE:SECTION:POSITION");
        }
        long[] nodes = new long[names.length - 1];
        int[] sections = new int[nodes.length];
        float[] positions = new float[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            var parts = names[i + 1].split(":", -1);
            if (parts.length != 3) {
                throw bad(file, 1, "names a column '%s' instead of NODE:SECTION:POSITION".formatted(names[i + 1]));
            }
            nodes[i] = (long) value(1, parts[0]);
            sections[i] = (int) value(1, parts[1]);
            positions[i] = (float) value(1, parts[2]);
        }
        return new Compartments(nodes, sections, positions);
    }

    private double value(int line, String text) {
        return number(file, line, text);
    }

    private static double number(Path file, int line, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException notANumber) {
            throw bad(file, line, "has '%s' where a number belongs (%s)".formatted(text, notANumber.getMessage()));
        }
    }

    private static Problem bad(Path file, int line, String what) {
        return Problem.invalid(
                "%s cannot be read.".formatted(file), List.of(new FieldFault("line " + line, what + ".")));
    }
}
