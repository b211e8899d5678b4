package io.brainwright.render.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.movie.SceneData;
import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.model.scenefile.Source;
import io.brainwright.render.model.world.Compartments;
import io.brainwright.render.model.world.ReportFeed;
import io.brainwright.render.model.world.SpikeTrain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the sources of a scene that are datasets. */
final class DatasetSources {
    private static final String SCHEME = "dataset:";

    private DatasetSources() {}

    /** Ids of all datasets that a scene names, in its order, each once. */
    static List<DatasetId> ids(Scene scene) {
        var faults = new ArrayList<FieldFault>();
        var ids = new ArrayList<DatasetId>();
        scene.sources().forEach((name, s) -> {
            if (s.kind().equals("morphologies")) {
                faults.add(new FieldFault("/sources/" + name, "is made of files; a service draws datasets only."));
            }
            List<String> keys = List.of("uri", "cells", "morphologies", "synapses");
            @Nullable String[] uris = {s.uri(), s.cells(), s.morphologies(), s.synapses()};
            for (int i = 0; i < uris.length; i++) {
                var uri = uris[i];
                if (uri != null && !uri.startsWith(SCHEME)) {
                    faults.add(new FieldFault(
                            "/sources/%s/%s".formatted(name, keys.get(i)),
                            "is '%s'; a service draws dataset:ID only.".formatted(uri)));
                } else if (uri != null && !ids.contains(id(uri))) {
                    ids.add(id(uri));
                }
            }
            if (s.kind().equals("circuit") && s.uri() != null) {
                faults.add(new FieldFault("/sources/" + name + "/uri", "name cells and morphologies instead."));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.invalid("The sources of this scene cannot be drawn by a service.", faults);
        }
        return ids;
    }

    static SceneData read(Scene scene, Datasets datasets) {
        Map<String, List<PlacedCell>> cells = new LinkedHashMap<>();
        Map<String, ReportFeed> reports = new LinkedHashMap<>();
        Map<String, SpikeTrain> spikes = new LinkedHashMap<>();
        Map<String, SceneData.Synapses> synapses = new LinkedHashMap<>();
        scene.sources().forEach((name, source) -> {
            switch (source.kind()) {
                case "circuit" -> {
                    cells.put(name, Pictures.placed(id(source.cells()), id(source.morphologies()), datasets));
                    if (source.synapses() != null) {
                        synapses.put(name, synapses(id(source.synapses()), datasets));
                    }
                }
                case "compartment-report" -> reports.put(name, new DatasetReport(id(source.uri()), datasets));
                default -> spikes.put(name, spikes(id(source.uri()), datasets));
            }
        });
        return new SceneData(cells, reports, spikes, synapses);
    }

    /** End of the longest run, ms; 0 where nothing was simulated. */
    static double end_ms(Scene scene, Datasets datasets) {
        double end = 0;
        for (Source source : scene.sources().values()) {
            if (source.uri() != null && !source.isCells()) {
                end = Math.max(end, Pictures.duration_ms(id(source.uri()), datasets));
            }
        }
        return end;
    }

    private static DatasetId id(@Nullable String uri) {
        if (uri == null) {
            throw new AssertionError("references are checked when the scene is read");
        }
        return new DatasetId(uri.substring(SCHEME.length()));
    }

    private static SpikeTrain spikes(DatasetId id, Datasets datasets) {
        var spikes = datasets.read(id, "spikes");
        return new SpikeTrain(spikes.doubles("timestamps"), spikes.longs("node_ids"));
    }

    private static SceneData.Synapses synapses(DatasetId id, Datasets datasets) {
        var table = datasets.read(id, "synapses");
        float[] at = new float[3 * table.rowCount()];
        for (int i = 0; i < table.rowCount(); i++) {
            at[3 * i] = table.floats("afferent_center_x")[i];
            at[3 * i + 1] = table.floats("afferent_center_y")[i];
            at[3 * i + 2] = table.floats("afferent_center_z")[i];
        }
        return new SceneData.Synapses(table.longs("source_node_id"), table.longs("target_node_id"), at);
    }

    /** A simulation's voltages, chunk by chunk. */
    private record DatasetReport(DatasetId id, Datasets datasets) implements ReportFeed {
        @Override
        public String name() {
            return id.brief();
        }

        @Override
        public Compartments compartments() {
            var where = datasets.read(id, "compartments");
            return new Compartments(where.longs("node_id"), where.ints("section_id"), where.floats("section_pos"));
        }

        @Override
        public void forEachFrame(FrameSink sink) {
            for (int chunk = 0; chunk < datasets.manifest(id).chunks().size(); chunk++) {
                var report = datasets.read(id, "compartment_report", chunk);
                for (int row = 0; row < report.rowCount(); row++) {
                    sink.frame(report.doubles("time_ms")[row], report.floatLists("values")[row]);
                }
            }
        }
    }
}
