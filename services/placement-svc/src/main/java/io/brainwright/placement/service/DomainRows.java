package io.brainwright.placement.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.GliaKind;
import io.brainwright.placement.model.PlacedGlia;
import io.brainwright.placement.model.Tissue;
import io.brainwright.placement.model.domains.AstrocyteDomains;
import io.brainwright.placement.model.domains.ColumnPrism;
import io.brainwright.proto.placement.v1.PlacementRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the astrocytes of a column and writes their micro-domains. */
final class DomainRows {
    /** Overlap of domains: BlueBrain ArchNGV's recipe, microdomain_overlap_fraction. */
    private static final double OVERLAP = 0.1;

    private final PlacementRequest request;
    private final List<double[]> centres = new ArrayList<>();
    private final List<Double> radii_um = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();

    DomainRows(PlacementRequest complete) {
        this.request = complete;
    }

    private boolean asked() {
        return switch (request.getDomains()) {
            case ASTROCYTE_DOMAINS_NON_OVERLAPPING, ASTROCYTE_DOMAINS_OVERLAPPING -> true;
            case ASTROCYTE_DOMAINS_UNSPECIFIED, UNRECOGNIZED -> false;
        };
    }

    void add(PlacedGlia glia) {
        for (int i = 0; asked() && glia.kind() == GliaKind.ASTROCYTE && i < glia.size(); i++) {
            centres.add(new double[] {glia.position(0)[i], glia.position(1)[i], glia.position(2)[i]});
            radii_um.add((double) glia.radius_um()[i]);
            ids.add(glia.firstId() + i);
        }
    }

    void write(Tissue tissue, ChunkSink out) {
        if (asked() && !ids.isEmpty()) {
            out.write(batch((Column) tissue)); // PlacementRequests lets domains through for columns only
        }
    }

    /** The domains of astrocytes that a complete request placed; tiles where it asked for none. */
    static AstrocyteDomains of(PlacementRequest request, Column column, double[][] centres, double[] radius_um) {
        var layers = request.getLayersList();
        var prism = new ColumnPrism(column, layers.getFirst(), layers.getLast());
        return new AstrocyteDomains(
                centres,
                radius_um,
                prism.body(),
                prism.border(),
                request.getDomains() == io.brainwright.proto.placement.v1.AstrocyteDomains.ASTROCYTE_DOMAINS_OVERLAPPING
                        ? OVERLAP
                        : 0);
    }

    private Batch batch(Column column) {
        var domains = of(
                request,
                column,
                centres.toArray(double[][]::new),
                radii_um.stream().mapToDouble(Double::doubleValue).toArray());
        int n = domains.size();
        var tiles_um3 = new double[n];
        var domains_um3 = new double[n];
        var scales = new double[n];
        var faces = new int[n];
        var corners = new float[n][];
        Arrays.fill(scales, domains.scale());
        for (int i = 0; i < n; i++) {
            tiles_um3[i] = domains.tileVolume_um3(i);
            domains_um3[i] = domains.domain(i).volume_um3();
            faces[i] = domains.domain(i).faces();
            corners[i] = domains.domain(i).corners();
        }
        return Batch.of(
                PlacementTables.DOMAINS,
                ids.stream().mapToLong(Long::longValue).toArray(),
                tiles_um3,
                domains_um3,
                scales,
                faces,
                corners);
    }
}
