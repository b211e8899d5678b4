package io.brainwright.sim.sonata;

import io.brainwright.sim.run.Extremes;
import io.brainwright.sonata.config.ReportRequest;
import io.brainwright.sonata.simulation.ReportWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One report while it comes in: frames are made as soon as all that they need is sampled, and lie on disk from then on. */
final class Report implements AutoCloseable {
    /**
     * What a column is.
     *
     * @param cell the cell
     * @param element section, synapse or electrode
     */
    record Column(SonataCell cell, int element) {}

    private final ReportRequest request;
    private final ReportClock clock;
    private final List<Column> columns;
    private final List<Integer> recordings;
    private final RowMaker maker;
    private final String unit;
    private final Map<Long, double[][]> pending = new HashMap<>();
    private @Nullable FrameSpool frames;
    private Extremes extremes;

    /**
     * @param recordings indices of the network's recordings, in the order in which the maker wants them
     * @param unit of the values
     */
    Report(
            ReportRequest request,
            ReportClock clock,
            List<Column> columns,
            List<Integer> recordings,
            RowMaker maker,
            String unit) {
        this.request = request;
        this.clock = clock;
        this.columns = List.copyOf(columns);
        this.recordings = List.copyOf(recordings);
        this.maker = maker;
        this.unit = unit;
        extremes = Extremes.none("%s (%s)".formatted(request.name(), unit));
    }

    /** Before the first frame: the folder in which the file will lie. */
    void begin(Path folder) {
        frames = new FrameSpool(folder.resolve(request.file() + ".frames"), columns.size());
    }

    List<Integer> recordings() {
        return recordings;
    }

    Extremes extremes() {
        return extremes;
    }

    /** Size of its values, once. */
    double bytes() {
        return (double) clock.frames() * columns.size() * Float.BYTES;
    }

    /** A frame of one of its recordings. */
    void frame(int recording, long frame, double t_ms, double[] values) {
        if (!clock.wants(frame)) {
            return;
        }
        var samples = pending.computeIfAbsent(frame, _ -> new double[recordings.size()][]);
        samples[recordings.indexOf(recording)] = values.clone();
        for (var sample : samples) {
            if (sample == null) {
                return;
            }
        }
        pending.remove(frame);
        var row = new float[columns.size()];
        maker.fill(t_ms, samples, row);
        for (float value : row) {
            extremes = extremes.with(value, t_ms);
        }
        spool().add(row);
    }

    /** Writes the file. */
    Path write(Path folder) {
        var file = folder.resolve(request.file());
        var byPopulation = new LinkedHashMap<String, int[]>();
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            byPopulation.compute(
                    columns.get(c).cell().population(),
                    (_, range) -> range == null ? new int[] {column, column + 1} : new int[] {range[0], column + 1});
        }
        var parts = new ArrayList<ReportWriter.Part>();
        byPopulation.forEach((population, range) -> parts.add(part(population, range[0], range[1])));
        ReportWriter.write(file, parts, new ReportWriter.Clock(request.start_ms(), clock.dt_ms()), unit);
        return file;
    }

    private ReportWriter.Part part(String population, int from, int to) {
        var here = columns.subList(from, to);
        var mapping = ReportWriter.Mapping.of(
                here.stream().mapToLong(c -> c.cell().node_id()).toArray(),
                here.stream().mapToInt(Column::element).toArray());
        return new ReportWriter.Part(population, mapping, spool().count(), spool().columns(from, to));
    }

    private FrameSpool spool() {
        if (frames == null) {
            throw new IllegalStateException("report %s was not begun".formatted(request.name()));
        }
        return frames;
    }

    /** Removes what is on disk beside the file. */
    @Override
    public void close() {
        if (frames != null) {
            frames.close();
        }
    }
}
