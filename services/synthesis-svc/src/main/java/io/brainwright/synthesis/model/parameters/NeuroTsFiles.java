package io.brainwright.synthesis.model.parameters;

import io.brainwright.synthesis.model.parameters.GrowthParameters.Neurite;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * NeuroTS parameter and distribution files, read into the growth of this service.
 *
 * <p>Taken over: soma size, numbers of trees, barcodes with their fork angles, randomness, trunk directions, Rall exponent and tip diameters. A fork's
 * four angles (azimuth and elevation, child against parent, sibling against child) become two turns: the elder's is the angle between parent
 * and child, the younger's that between the two children less it. Targets of branches are the directions in which they set out, as there.
 *
 * @see <a href="https://doi.org/10.1016/j.celrep.2022.110586">Kanari et al. 2022, Cell Reports</a>
 */
final class NeuroTsFiles {
    private static final float NO_AIM = Float.NaN;
    private static final double USUAL_TIP_um = 0.4;
    private static final double RALL = 1.5;

    private final JsonNode parameters;
    private final JsonNode distributions;
    private final Path file;

    private NeuroTsFiles(JsonNode parameters, JsonNode distributions, Path file) {
        this.parameters = parameters;
        this.distributions = distributions;
        this.file = file;
    }

    /** region-grower keeps such files by region and m-type; the m-type's own, or the one of the region {@code default}. */
    private static JsonNode within(JsonNode tree, String mtype) {
        if (tree.has("soma") || tree.has("grow_types")) {
            return tree;
        }
        return tree.path(tree.has("default") ? "default" : "").path(mtype);
    }

    static GrowthParameters of(JsonNode byRegion, JsonNode distributionsByRegion, String mtype, Path file) {
        var parameters = within(byRegion, mtype);
        var distributions = within(distributionsByRegion, mtype);
        if (parameters.isMissingNode() || distributions.isMissingNode()) {
            throw GrowthFiles.wrong(
                    file,
                    "it is ordered by region and m-type and has no '%s' in 'default', only %s"
                            .formatted(mtype, byRegion.path("default").propertyNames()),
                    "Name one with --mtype.");
        }
        var it = new NeuroTsFiles(parameters, distributions, file);
        var none = new Neurite(List.of(), 0.2, 1, RALL, List.of());
        var grown = new ArrayList<String>();
        parameters.path("grow_types").forEach(t -> grown.add(t.asString()));
        if (!grown.contains("basal_dendrite") && !grown.contains("apical_dendrite")) {
            throw GrowthFiles.wrong(
                    file, "it grows %s".formatted(grown), "Dendrites (basal_dendrite, apical_dendrite) are grown from NeuroTS files.");
        }
        return new GrowthParameters(
                mtype,
                it.mean(distributions.path("soma").path("size")),
                none,
                grown.contains("basal_dendrite") ? it.neurite("basal_dendrite") : none,
                grown.contains("apical_dendrite") ? it.neurite("apical_dendrite") : none,
                List.of("NeuroTS: " + file.getFileName()),
                "");
    }

    private Neurite neurite(String kind) {
        var how = parameters.path(kind);
        var what = distributions.path(kind);
        if (!how.path("metric").asString("path_distances").equals("path_distances")
                || !what.path("filtration_metric").asString("path_distances").equals("path_distances")) {
            throw GrowthFiles.wrong(
                    file, kind + " is measured by '%s'".formatted(how.path("metric").asString("")), "path_distances are grown.");
        }
        var trees = new ArrayList<Tree>();
        var trunks = trunks_deg(kind);
        for (var diagram : what.path("persistence_diagram")) {
            var bars = bars(diagram);
            BarcodeCheck.of(bars, file);
            trees.add(new Tree(trunks.get(trees.size() % trunks.size()), 0, bars));
        }
        if (trees.isEmpty()) {
            throw GrowthFiles.wrong(file, kind + " has no persistence_diagram", "Extract it from reconstructions.");
        }
        return new Neurite(
                numbers(what.path("num_trees")),
                how.path("randomness").asDouble(0.2),
                tip_um(kind),
                Math.clamp(distributions.path("diameter").path(kind).path("Rall_ratio").asDouble(RALL), 1, 4),
                trees);
    }

    private static List<List<Float>> bars(JsonNode diagram) {
        var bars = new ArrayList<List<Float>>();
        for (var bar : diagram) {
            double elder = angle_deg(bar.path(2).asDouble(0), bar.path(3).asDouble(0));
            double between = angle_deg(bar.path(4).asDouble(0), bar.path(5).asDouble(0));
            double tip = Math.max(bar.path(0).asDouble(), bar.path(1).asDouble());
            double fork = Math.min(bar.path(0).asDouble(), bar.path(1).asDouble());
            bars.add(List.of(
                    (float) tip, (float) fork, (float) elder, (float) Math.max(0, between - elder), NO_AIM));
        }
        bars.sort(Comparator.comparingDouble((List<Float> b) -> b.get(1)).thenComparingDouble(b -> -b.get(0)));
        int longest = 0;
        for (int b = 1; b < bars.size(); b++) {
            longest = bars.get(b).get(0) > bars.get(longest).get(0) ? b : longest;
        }
        bars.addFirst(bars.remove(longest));
        return bars;
    }

    /** Angle of two turns at right angles to each other; NaN where the file has none counts as straight on. */
    private static double angle_deg(double azimuth, double elevation) {
        double cos = StrictMath.cos(azimuth) * StrictMath.cos(elevation);
        return Double.isNaN(cos) ? 0 : StrictMath.toDegrees(StrictMath.acos(Math.clamp(cos, -1, 1)));
    }

    /** How many trees cells have, as often as the weights say. */
    private List<Integer> numbers(JsonNode of) {
        var data = of.path("data");
        var numbers = new ArrayList<Integer>();
        for (int b = 0; b < data.path("bins").size(); b++) {
            for (int n = 0; n < data.path("weights").path(b).asInt(1); n++) {
                numbers.add(data.path("bins").path(b).asInt());
            }
        }
        if (numbers.isEmpty() || numbers.size() > 100_000) {
            throw GrowthFiles.wrong(file, "num_trees has %d entries".formatted(numbers.size()), "Give bins and weights.");
        }
        return numbers;
    }

    /** Angles of trunks to the pia-ward axis: evenly over the distribution of elevations, the file's angle above the horizontal. */
    private List<Double> trunks_deg(String kind) {
        var data = distributions.path(kind).path("trunk").path("absolute_elevation_deviation").path("data");
        var angles = new ArrayList<Double>();
        for (int b = 0; b < data.path("bins").size(); b++) {
            for (int n = 0; n < Math.min(1000, data.path("weights").path(b).asDouble(1)); n++) {
                angles.add(90 - StrictMath.toDegrees(data.path("bins").path(b).asDouble()));
            }
        }
        var orientation = parameters.path(kind).path("orientation");
        boolean up = orientation.isArray()
                || orientation.path("mode").asString("").matches("use_predefined|normal_pia_constraint");
        if (up || angles.isEmpty()) {
            return List.of(up ? 0.0 : 90.0);
        }
        var spread = new ArrayList<Double>();
        for (int i = 0; i < angles.size(); i++) {
            spread.add(angles.get((int) ((i * 0.6180339887498949 % 1) * angles.size())));
        }
        return spread;
    }

    private double tip_um(String kind) {
        var by = distributions.path("diameter");
        var list = by.path(kind).path("term");
        if (list.isArray() && !list.isEmpty()) {
            var sorted = new ArrayList<Double>();
            list.forEach(v -> sorted.add(v.asDouble()));
            sorted.sort(Comparator.naturalOrder());
            return Math.max(0.1, sorted.get(sorted.size() / 2));
        }
        var fitted = by.path("terminal_diameters").path(kind).path("params");
        if (fitted.has("loc")) {
            return Math.max(0.1, fitted.path("loc").asDouble() + fitted.path("a").asDouble(1) * fitted.path("scale").asDouble());
        }
        return by.path("method").asString("").equals("uniform") ? parameters.path("diameter_params").path(kind).asDouble(USUAL_TIP_um) : USUAL_TIP_um;
    }

    private double mean(JsonNode of) {
        double mean = of.path("norm").path("mean").asDouble(Double.NaN);
        if (!(mean > 0 && mean < 100)) {
            throw GrowthFiles.wrong(file, "soma.size.norm.mean is %s".formatted(mean), "Give its radius in um.");
        }
        return mean;
    }
}
