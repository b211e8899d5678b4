package io.brainwright.placement.service;

import static io.brainwright.fabric.table.ColumnType.F32;
import static io.brainwright.fabric.table.ColumnType.F64;
import static io.brainwright.fabric.table.ColumnType.I32;
import static io.brainwright.fabric.table.ColumnType.TEXT;
import static io.brainwright.fabric.table.ColumnType.U32;
import static io.brainwright.fabric.table.ColumnType.U64;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.placement.model.vessels.VesselGraph;
import io.brainwright.placement.model.vessels.VesselKind;
import io.brainwright.placement.model.vessels.VesselMeasures;
import java.util.ArrayList;
import java.util.List;

/** The tables of vessels; columns of SONATA's vasculature populations keep their names. */
final class VesselTables {
    private static final String SCIENCE = "vessels, docs/science/vessels.md";

    /** One row a straight piece, a node of SONATA's vasculature. */
    static final TableSchema SEGMENTS = new TableSchema(
            "vessels",
            List.of(
                    Column.of("node_id", U64, "1", "Id of the segment, from 0", SCIENCE),
                    Column.of("start_x", F32, "um", "Centre line at its start", SCIENCE),
                    Column.of("start_y", F32, "um", "Centre line at its start", SCIENCE),
                    Column.of("start_z", F32, "um", "Centre line at its start", SCIENCE),
                    Column.of("end_x", F32, "um", "Centre line at its end", SCIENCE),
                    Column.of("end_y", F32, "um", "Centre line at its end", SCIENCE),
                    Column.of("end_z", F32, "um", "Centre line at its end", SCIENCE),
                    Column.of("start_diameter", F32, "um", "Diameter at its start", SCIENCE),
                    Column.of("end_diameter", F32, "um", "Diameter at its end", SCIENCE),
                    Column.of("start_node", U64, "1", "Point where it starts", SCIENCE),
                    Column.of("end_node", U64, "1", "Point where it ends", SCIENCE),
                    Column.of("type", I32, "1", "0 arteriole, 1 capillary, 2 venule", SCIENCE),
                    Column.of("section_id", U32, "1", "Unbranched piece that it belongs to", SCIENCE),
                    Column.of("segment_id", U32, "1", "Its place along that, from 0", SCIENCE),
                    Column.of("kind", TEXT, "1", "arteriole, capillary or venule", SCIENCE)));

    static final TableSchema POINTS = new TableSchema(
            "vessel_points",
            List.of(
                    Column.of("point_id", U64, "1", "Id of the point, from 0", SCIENCE),
                    Column.of("x", F32, "um", "Place", SCIENCE),
                    Column.of("y", F32, "um", "Place", SCIENCE),
                    Column.of("z", F32, "um", "Place", SCIENCE),
                    Column.of("degree", I32, "1", "Segments that meet there", SCIENCE)));

    /** What the vessels come to, beside what was published. */
    static final TableSchema MEASURES = new TableSchema(
            "vessel_measures",
            List.of(
                    Column.of("measure", TEXT, "1", "Name", SCIENCE),
                    Column.of("value", F64, "as said", "What was grown", SCIENCE),
                    Column.of("unit", TEXT, "1", "Its unit", SCIENCE),
                    Column.of("published", F64, "as said", "What a source has; NaN: none", SCIENCE),
                    Column.of("source", TEXT, "1", "That source; empty: none", SCIENCE)));

    private VesselTables() {}

    static Batch segments(VesselGraph graph) {
        int n = graph.segments().size();
        var ids = new long[n];
        var places = new float[6][n];
        var diameters = new float[2][n];
        var ends = new long[2][n];
        var codes = new int[3][n];
        var kinds = new String[n];
        for (int i = 0; i < n; i++) {
            var s = graph.segments().get(i);
            ids[i] = i;
            for (int axis = 0; axis < 3; axis++) {
                places[axis][i] = (float) graph.point(s.start())[axis];
                places[3 + axis][i] = (float) graph.point(s.end())[axis];
            }
            diameters[0][i] = (float) s.startDiameter_um();
            diameters[1][i] = (float) s.endDiameter_um();
            ends[0][i] = s.start();
            ends[1][i] = s.end();
            codes[0][i] = s.kind().ordinal();
            codes[1][i] = s.section();
            codes[2][i] = s.place();
            kinds[i] = s.kind().word();
        }
        return Batch.of(
                SEGMENTS,
                ids,
                places[0],
                places[1],
                places[2],
                places[3],
                places[4],
                places[5],
                diameters[0],
                diameters[1],
                ends[0],
                ends[1],
                codes[0],
                codes[1],
                codes[2],
                kinds);
    }

    static Batch points(VesselGraph graph) {
        int n = graph.points();
        var ids = new long[n];
        var places = new float[3][n];
        for (int i = 0; i < n; i++) {
            ids[i] = i;
            for (int axis = 0; axis < 3; axis++) {
                places[axis][i] = (float) graph.point(i)[axis];
            }
        }
        return Batch.of(POINTS, ids, places[0], places[1], places[2], graph.degrees());
    }

    private record Row(String name, double value, String unit, double published, String source) {
        private static Row alone(String name, double value, String unit) {
            return new Row(name, value, unit, Double.NaN, "");
        }

        private static Row beside(String name, double value, RecipeFile recipe, String path) {
            var published = recipe.value(path);
            return new Row(name, value, published.unit(), published.value(), published.source());
        }
    }

    static Batch measures(VesselMeasures of, RecipeFile recipe) {
        var rows = new ArrayList<Row>();
        rows.add(Row.beside("vessel_length_density", of.length_m_per_mm3(), recipe, "vessels.length_m_per_mm3"));
        for (var kind : VesselKind.values()) {
            rows.add(Row.alone(
                    kind.word() + "_length_density", of.lengthByKind_m_per_mm3().getOrDefault(kind, 0.0), "m/mm3"));
        }
        rows.add(Row.beside("vessel_volume_fraction", of.volumeFraction(), recipe, "compare.volume_fraction"));
        rows.add(Row.beside("median_distance_to_vessel", of.medianDistance_um(), recipe, "compare.soma_to_vessel_um"));
        rows.add(Row.alone("largest_distance_to_vessel", of.largestDistance_um(), "um"));
        rows.add(Row.beside("capillary_length", of.capillaryLength_um(), recipe, "capillary.length_um"));
        rows.add(Row.beside("capillary_diameter", of.capillaryDiameter_um(), recipe, "capillary.diameter_um"));
        rows.add(Row.alone("capillaries", of.capillaries(), "1"));
        rows.add(Row.alone("vessel_branch_points", of.branchPoints(), "1"));
        rows.add(Row.alone("vessel_surface", of.surface_um2(), "um2"));
        rows.add(Row.alone("blind_ends", of.blindEnds(), "1"));
        rows.add(Row.alone("connected_parts", of.components(), "1"));
        rows.add(Row.alone("least_gap_between_capillaries", of.tightest_um(), "um"));
        return Batch.of(
                MEASURES,
                rows.stream().map(Row::name).toArray(String[]::new),
                rows.stream().mapToDouble(Row::value).toArray(),
                rows.stream().map(Row::unit).toArray(String[]::new),
                rows.stream().mapToDouble(Row::published).toArray(),
                rows.stream().map(Row::source).toArray(String[]::new));
    }
}
