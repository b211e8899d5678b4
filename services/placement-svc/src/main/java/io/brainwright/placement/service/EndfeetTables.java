package io.brainwright.placement.service;

import static io.brainwright.fabric.table.ColumnType.F32;
import static io.brainwright.fabric.table.ColumnType.F64;
import static io.brainwright.fabric.table.ColumnType.I32;
import static io.brainwright.fabric.table.ColumnType.TEXT;
import static io.brainwright.fabric.table.ColumnType.U32;
import static io.brainwright.fabric.table.ColumnType.U64;
import static io.brainwright.fabric.table.ColumnType.U8;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.placement.model.endfeet.Endfoot;
import io.brainwright.placement.model.endfeet.EndfootRecipe;
import io.brainwright.placement.model.vessels.VesselGraph;
import io.brainwright.placement.model.vessels.VesselKind;
import java.util.List;
import java.util.Map;

/** The tables of end-feet; columns of SONATA's endfoot populations keep their names. */
final class EndfeetTables {
    private static final String SCIENCE = "end-feet, docs/science/glia.md";

    /** One row a foot, an edge from a vessel's segment to an astrocyte. */
    static final TableSchema FEET = new TableSchema(
            "endfeet",
            List.of(
                    Column.of("source_node_id", U64, "1", "Segment of the vessel", SCIENCE),
                    Column.of("target_node_id", U64, "1", "Astrocyte, its id among the glia", SCIENCE),
                    Column.of("endfoot_id", U64, "1", "Id of the foot, from 0", SCIENCE),
                    Column.of("endfoot_surface_x", F32, "um", "Where it stands on the wall", SCIENCE),
                    Column.of("endfoot_surface_y", F32, "um", "Where it stands on the wall", SCIENCE),
                    Column.of("endfoot_surface_z", F32, "um", "Where it stands on the wall", SCIENCE),
                    Column.of("vasculature_section_id", U32, "1", "Section of the vessel", SCIENCE),
                    Column.of("vasculature_segment_id", U32, "1", "Segment along that section", SCIENCE),
                    Column.of("endfoot_compartment_length", F32, "um", "Vessel that it covers", SCIENCE),
                    Column.of(
                            "endfoot_compartment_diameter",
                            F32,
                            "um",
                            "Of the cylinder of that length with the foot's volume, area times thickness",
                            SCIENCE),
                    Column.of("endfoot_compartment_perimeter", F32, "um", "Area over length", SCIENCE),
                    Column.of("area_um2", F32, "um2", "Wall that it covers", SCIENCE),
                    Column.of("wanted_um2", F32, "um2", "Area that was drawn", SCIENCE),
                    Column.of("reach_um", F32, "um", "From the centre of the soma to the wall", SCIENCE),
                    Column.of("in_domain", U8, "1", "1 where it stands in the astrocyte's domain", SCIENCE)),
            Map.of("order", "target, foot"));

    /** One row an astrocyte. */
    static final TableSchema ASTROCYTES = new TableSchema(
            "astrocyte_endfeet",
            List.of(
                    Column.of("glia_id", U64, "1", "Astrocyte, its id among the glia", SCIENCE),
                    Column.of("endfeet", I32, "1", "Its feet", SCIENCE),
                    Column.of("area_um2", F64, "um2", "Wall that they cover", SCIENCE)));

    /** One row a kind of vessel, and one for all. */
    static final TableSchema COVERAGE = new TableSchema(
            "vessel_coverage",
            List.of(
                    Column.of("kind", TEXT, "1", "arteriole, capillary, venule or all", SCIENCE),
                    Column.of("endfeet", I32, "1", "Feet that stand on such vessels", SCIENCE),
                    Column.of("surface_um2", F64, "um2", "Wall of such vessels", SCIENCE),
                    Column.of(
                            "covered_um2",
                            F64,
                            "um2",
                            "Wall covered by the feet that stand on them; a foot may spread to a vessel of another kind",
                            SCIENCE),
                    Column.of("fraction", F64, "1", "Covered over wall", SCIENCE)));

    private EndfeetTables() {}

    static Batch feet(List<Endfoot> feet, long[] ids, VesselGraph graph, EndfootRecipe recipe) {
        int n = feet.size();
        var source = new long[n];
        var target = new long[n];
        var id = new long[n];
        var floats = new float[9][n];
        var sections = new int[2][n];
        var inDomain = new byte[n];
        for (int i = 0; i < n; i++) {
            var foot = feet.get(i);
            source[i] = foot.segment();
            target[i] = ids[foot.astrocyte()];
            id[i] = i;
            for (int k = 0; k < 3; k++) {
                floats[k][i] = (float) foot.surface()[k];
            }
            sections[0][i] = graph.segments().get(foot.segment()).section();
            sections[1][i] = graph.segments().get(foot.segment()).place();
            double l = foot.length_um();
            boolean any = l > 0;
            floats[3][i] = (float) l;
            floats[4][i] =
                    any ? (float) (2 * Math.sqrt(foot.area_um2() * recipe.thickness_um() / (StrictMath.PI * l))) : 0;
            floats[5][i] = any ? (float) (foot.area_um2() / l) : 0;
            floats[6][i] = (float) foot.area_um2();
            floats[7][i] = (float) foot.wanted_um2();
            floats[8][i] = (float) foot.reach_um();
            inDomain[i] = (byte) (foot.inDomain() ? 1 : 0);
        }
        return Batch.of(
                FEET,
                source,
                target,
                id,
                floats[0],
                floats[1],
                floats[2],
                sections[0],
                sections[1],
                floats[3],
                floats[4],
                floats[5],
                floats[6],
                floats[7],
                floats[8],
                inDomain);
    }

    static Batch astrocytes(List<Endfoot> feet, long[] ids) {
        var count = new int[ids.length];
        var area_um2 = new double[ids.length];
        for (var foot : feet) {
            count[foot.astrocyte()]++;
            area_um2[foot.astrocyte()] += foot.area_um2();
        }
        return Batch.of(ASTROCYTES, ids, count, area_um2);
    }

    static Batch coverage(List<Endfoot> feet, VesselGraph graph) {
        int kinds = VesselKind.values().length;
        var names = new String[kinds + 1];
        var count = new int[kinds + 1];
        var wall_um2 = new double[kinds + 1];
        var covered_um2 = new double[kinds + 1];
        var fraction = new double[kinds + 1];
        for (var kind : VesselKind.values()) {
            names[kind.ordinal()] = kind.word();
        }
        names[kinds] = "all";
        for (var segment : graph.segments()) {
            wall_um2[segment.kind().ordinal()] += graph.area_um2(segment);
            wall_um2[kinds] += graph.area_um2(segment);
        }
        for (var foot : feet) {
            int kind = graph.segments().get(foot.segment()).kind().ordinal();
            for (int row : new int[] {kind, kinds}) {
                count[row]++;
                covered_um2[row] += foot.area_um2();
            }
        }
        for (int i = 0; i <= kinds; i++) {
            fraction[i] = wall_um2[i] > 0 ? covered_um2[i] / wall_um2[i] : 0;
        }
        return Batch.of(COVERAGE, names, count, wall_um2, covered_um2, fraction);
    }
}
