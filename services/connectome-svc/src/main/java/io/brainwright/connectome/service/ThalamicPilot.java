package io.brainwright.connectome.service;

import io.brainwright.connectome.model.thalamus.Calibration;
import io.brainwright.connectome.model.thalamus.Calibration.PilotCell;
import io.brainwright.connectome.model.thalamus.ConnectionCut;
import io.brainwright.connectome.model.thalamus.DendriteDepths;
import io.brainwright.connectome.model.thalamus.DepthProfile;
import io.brainwright.connectome.model.thalamus.FibreLattice;
import io.brainwright.connectome.model.thalamus.FibreSynapses;
import io.brainwright.connectome.model.thalamus.Tissue;
import io.brainwright.connectome.model.tissue.Neurites;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.connectome.model.wiring.ConnectomeRecipe;
import io.brainwright.connectome.model.wiring.PilotCells;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.LastAnswer;
import io.brainwright.proto.connectome.v1.ThalamicRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the fibres of a circuit rest on, measured before any chunk is made: dendrite by depth on all cells, and how many synapses
 * the drawn connections have, by m-type, on pilot cells. A pure function of request and inputs; the last answer is remembered.
 */
final class ThalamicPilot {
    /** chosen: what dendrites reach beyond the outermost somata and still find fibres of their own. */
    private static final double MARGIN_UM = 100;

    private static final int WIDTHS = 3;
    private static final double UM2_PER_MM2 = 1e6;

    private final ConnectomeRecipe recipe;
    private final LastAnswer<Question, List<Nucleus>> measured = new LastAnswer<>();

    private record Question(Datasets inputs, ThalamicRequest request) {}

    /**
     * One nucleus.
     *
     * @param name VPM or POm
     * @param firstFibre id of its first fibre
     * @param cuts by m-type of the target
     */
    record Nucleus(
            String name,
            int firstFibre,
            FibreLattice fibres,
            DendriteDepths depths,
            FibreSynapses synapses,
            TreeMap<String, ConnectionCut> cuts) {}

    ThalamicPilot(ConnectomeRecipe recipe) {
        this.recipe = recipe;
    }

    List<Nucleus> nuclei(ThalamicRequest request, Datasets inputs, Circuit circuit, Tissue tissue) {
        return measured.to(new Question(inputs, request), () -> measure(request, circuit, tissue));
    }

    static Segments dendrites(PlacedCell cell) {
        var segments = new Segments();
        Neurites.addTargets(cell, 0, segments);
        return segments;
    }

    private List<Nucleus> measure(ThalamicRequest request, Circuit circuit, Tissue tissue) {
        var file = recipe.file();
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        var depths = request.getSourcesList().stream()
                .map(n -> new DendriteDepths(
                        DepthProfile.read(n, file, tissue.sheet().recipe()), tissue))
                .toList();
        double[] uv = new double[2];
        circuit.each(_ -> true, cell -> {
            var dendrites = dendrites(cell);
            depths.forEach(d -> d.count(dendrites));
            tissue.flatten(new double[] {cell.x_um(), cell.y_um(), cell.z_um()}, uv);
            for (int k = 0; k < 2; k++) {
                low[k] = Math.min(low[k], uv[k] - MARGIN_UM - WIDTHS * request.getAxonWidthUm());
                high[k] = Math.max(high[k], uv[k] + MARGIN_UM + WIDTHS * request.getAxonWidthUm());
            }
        });
        var picked = PilotCells.pick(circuit.nodeIds(), recipe.pruning().pilotCells(), request.getSeed());
        var pilots = circuit.these(picked::contains).stream()
                .map(c -> new PilotCell(c.nodeId(), c.type().mtype(), dendrites(c)))
                .toList();
        var nuclei = new ArrayList<Nucleus>();
        int first = 0;
        for (var d : depths) {
            var name = d.profile().nucleus();
            var fibres = new FibreLattice(
                    name, file.number("thalamic.fibres_per_mm2") / UM2_PER_MM2, low, high, request.getSeed());
            double oversampling = file.number("thalamic.oversampling");
            var synapses = new FibreSynapses(d, fibres, request.getAxonWidthUm(), oversampling, request.getSeed());
            var cuts = new Calibration(synapses, d, 1 / oversampling, file.number("thalamic.cut_width")).fit(pilots);
            nuclei.add(new Nucleus(name, first, fibres, d, synapses, cuts));
            first += fibres.size();
        }
        return nuclei;
    }
}
