package io.brainwright.connectome.service;

import io.brainwright.connectome.model.analysis.LayerShares;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.MeasuredAnswer;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import java.util.Map;

/** What the layers contribute to the wiring, beside what their thickness and the sheet's curvature give them. */
final class LayerContributions {
    private static final double UM_PER_MM = 1e3;

    private final WiredCells wired;
    private final MeasuredAnswer answer;

    LayerContributions(WiredCells wired, MeasuredAnswer answer) {
        this.wired = wired;
        this.answer = answer;
    }

    void measure(ConnectivityRequest request, Datasets datasets) {
        var shares = LayerShares.of(wired.graph(), wired.somata(), wired.sides(), wired.layers());
        long cells = shares.values().stream().mapToLong(LayerShares::cells).sum();
        long synapses =
                shares.values().stream().mapToLong(LayerShares::synapses).sum();
        shares.forEach((layer, share) -> {
            double ofSynapses = (double) share.synapses() / synapses;
            double ofCells = (double) share.cells() / cells;
            answer.number("layer_contribution", "L" + layer, ofSynapses, "1", share.synapses());
            answer.number("layer_cells", "L" + layer, ofCells, "1", share.cells());
            answer.number("layer_contribution_per_cell", "L" + layer, ofSynapses / ofCells, "1", share.cells());
        });
        answer.note(
                "layer_contribution: share of the synapses onto 'post' that cells of a layer make, of those that 'pre' selects;"
                        + " layer_contribution_per_cell: that over the layer's share of the cells (layer_cells).");
        ThalamicTissue.sheet(ConnectomeRequests.id(request.getCells()), datasets)
                .ifPresentOrElse(
                        sheet -> geometry(sheet, shares),
                        () -> answer.note("layer_volume: not known, the cells were not placed in an atlas of ours."));
    }

    /** Shares of thickness and of volume; they differ because the layers near the pia are wider on a curved sheet. */
    private void geometry(CorticalSheet sheet, Map<Integer, LayerShares> shares) {
        var any = sheet.region(sheet.recipe().regions().getFirst().acronym()); // shares are the same in each
        double thickness_um = 0;
        double volume_mm3 = 0;
        for (int layer : shares.keySet()) {
            thickness_um += sheet.recipe().layer(layer).thickness_um();
            volume_mm3 += any.volume_mm3(layer);
        }
        for (var share : shares.entrySet()) {
            int layer = share.getKey();
            long n = share.getValue().cells();
            double own_um = sheet.recipe().layer(layer).thickness_um();
            answer.number("layer_thickness", "L" + layer, own_um, "um", n);
            answer.number("layer_thickness_share", "L" + layer, own_um / thickness_um, "1", n);
            answer.number("layer_volume_share", "L" + layer, any.volume_mm3(layer) / volume_mm3, "1", n);
        }
        answer.number("curvature", "pia", UM_PER_MM / sheet.radius_um(), "1/mm", 1);
        answer.note(
                "layer_volume_share: of a cone through the layers, from their thickness and the pia's curvature; on a flat sheet it"
                        + " is layer_thickness_share.");
    }
}
