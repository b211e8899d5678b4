package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.placement.model.vessels.VesselGraph;
import io.brainwright.placement.model.vessels.VesselGraph.Segment;
import io.brainwright.placement.model.vessels.VesselKind;
import java.util.ArrayList;
import java.util.List;

/** Reads a graph of vessels from its tables. */
final class VesselRows {
    private VesselRows() {}

    static VesselGraph graph(DatasetId id, Datasets datasets) {
        var made = datasets.manifest(id).stage();
        if (!made.equals(VesselStage.NAME)) {
            throw Problem.invalid(
                    "The vessels cannot be read.",
                    List.of(new FieldFault(
                            "vessels",
                            "Dataset %s was made by '%s'; vessels are needed.".formatted(id.brief(), made))));
        }
        var places = datasets.read(id, "vessel_points", 0);
        var points = new ArrayList<double[]>();
        for (int i = 0; i < places.rowCount(); i++) {
            points.add(new double[] {places.floats("x")[i], places.floats("y")[i], places.floats("z")[i]});
        }
        var rows = datasets.read(id, "vessels", 0);
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < rows.rowCount(); i++) {
            segments.add(new Segment(
                    (int) rows.longs("start_node")[i],
                    (int) rows.longs("end_node")[i],
                    rows.floats("start_diameter")[i],
                    rows.floats("end_diameter")[i],
                    VesselKind.values()[rows.ints("type")[i]],
                    rows.ints("section_id")[i],
                    rows.ints("segment_id")[i]));
        }
        return new VesselGraph(points, segments);
    }
}
