package io.brainwright.render.model.movie;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.scenefile.Overlay;
import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.model.world.VoltageReport;
import io.brainwright.render.model.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what frames and traces need of the reports. */
final class Reports {
    private final Scene scene;
    private final SceneData data;
    private final World world;
    private final TimeMap times;

    Reports(Scene scene, SceneData data, World world, TimeMap times) {
        this.scene = scene;
        this.data = data;
        this.world = world;
        this.times = times;
    }

    SceneFilm.Read read(int[] frames) {
        double[] moments = Arrays.stream(frames)
                .mapToDouble(f -> times.sim_ms(f / scene.time().fps()))
                .toArray();
        Map<String, VoltageReport> reports = new HashMap<>();
        var courses = new ArrayList<Overlays.Course>();
        for (var entry : data.reports().entrySet()) {
            var feed = entry.getValue();
            if (world.all().stream().noneMatch(c -> feed.compartments().has(c.node_id()))) {
                throw new Problem(
                        Kind.INVALID,
                        "REPORT_DOES_NOT_FIT",
                        "Report '%s' holds none of the scene's cells.".formatted(entry.getKey()),
                        "Give the report of a run of these cells; it has %s."
                                .formatted(Arrays.toString(Arrays.copyOf(
                                        feed.compartments().nodes(),
                                        Math.min(5, feed.compartments().nodes().length)))),
                        Map.of("report", entry.getKey()));
            }
            var probes = probes(entry.getKey());
            int[] compartments = probes.stream()
                    .mapToInt(p -> Probes.compartment(p, world.all(), feed.compartments()))
                    .toArray();
            var report = VoltageReport.read(feed, moments, compartments);
            reports.put(entry.getKey(), report);
            for (int p = 0; p < compartments.length; p++) {
                courses.add(new Overlays.Course(label(probes.get(p)), report.traceTimes_ms(), report.trace_mV(p)));
            }
        }
        return new SceneFilm.Read(reports, courses);
    }

    private List<Overlay.Probe> probes(String report) {
        var first = data.reports().keySet().iterator().next();
        return scene.overlays().stream()
                .filter(o -> o.type().equals("trace"))
                .filter(o -> o.source() == null ? report.equals(first) : report.equals(o.source()))
                .flatMap(o -> o.probes().isEmpty()
                        ? List.of(new Overlay.Probe(null, "soma", null, null, null)).stream()
                        : o.probes().stream())
                .toList();
    }

    private static String label(Overlay.Probe probe) {
        if (!probe.label().isEmpty()) {
            return probe.label();
        }
        var cell = probe.node_id() == null ? "" : "cell " + probe.node_id() + " ";
        var far = Double.isNaN(probe.distance_um()) ? "" : String.format(Locale.ROOT, " %.0f µm", probe.distance_um());
        return cell + probe.section().replace('.', ' ') + far;
    }
}
