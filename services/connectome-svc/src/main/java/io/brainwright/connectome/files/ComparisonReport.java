package io.brainwright.connectome.files;

import io.brainwright.connectome.model.comparison.ComparedMeasure;
import io.brainwright.connectome.model.comparison.ComparedPathway;
import io.brainwright.connectome.model.comparison.Nbs1Subvolume;
import io.brainwright.connectome.model.comparison.WiringMeasures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A wiring beside the published subvolume, as a page of Markdown with a picture for each measure.
 *
 * @param wiring what was measured
 * @param measures its measures and the published ones
 * @param pathways synapses per connection
 */
public record ComparisonReport(WiringMeasures wiring, List<ComparedMeasure> measures, List<ComparedPathway> pathways) {
    private static final String OURS = "#3b6ea5";
    private static final String PUBLISHED = "#c0392b";
    private static final double BIN_UM = 50;

    public ComparisonReport {
        measures = List.copyOf(measures);
        pathways = List.copyOf(pathways);
    }

    /** Writes {@code comparison.md} and its pictures into a folder. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("connection-probability.svg"), probability());
            Files.writeString(folder.resolve("degree.svg"), degree());
            Files.writeString(folder.resolve("common-neighbours.svg"), commonNeighbours());
            Files.writeString(folder.resolve("simplices.svg"), simplices());
            Files.writeString(folder.resolve("synapses-per-connection.svg"), synapses());
            Files.writeString(folder.resolve("comparison.md"), page());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write into " + folder, failed);
        }
    }

    /** All numbers as a tree, ready for JSON. */
    public SequencedMap<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("cells", wiring.cells());
        tree.put("fraction", wiring.fraction());
        tree.put("connections", wiring.connections());
        tree.put("simplex_counts", wiring.simplices().counted());
        tree.put("measures", measures);
        tree.put("pathways", pathways);
        tree.put("floors_met", measures.stream().allMatch(ComparedMeasure::holds));
        return tree;
    }

    private String page() {
        var page = new StringBuilder();
        page.append("%d cells, %s of those of the tissue; %d connections.%n%n"
                .formatted(wiring.cells(), number(wiring.fraction()), wiring.connections()));
        page.append(
                "| measure | ours | published | ours / published | floor | |%n|---|---|---|---|---|---|%n".formatted());
        for (var row : measures) {
            boolean floor = !Double.isNaN(row.low());
            page.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            row.measure(),
                            number(row.ours()),
                            number(row.published()),
                            number(row.ratio()),
                            floor ? number(row.low()) + " to " + number(row.high()) : "",
                            floor ? (row.holds() ? "holds" : "missed") : ""));
        }
        page.append(
                "%n| pathway, pairs closer than 100 um | connections | synapses each, ours | published |%n|---|---|---|---|%n"
                        .formatted());
        for (var row : pathways) {
            page.append("| %s | %d | %s ± %s | %s ± %s |%n"
                    .formatted(
                            row.target().pathway(),
                            row.connections(),
                            number(row.mean()),
                            number(row.sd()),
                            number(row.target().mean()),
                            number(row.target().sd())));
        }
        for (var picture : List.of(
                "connection-probability", "degree", "common-neighbours", "simplices", "synapses-per-connection")) {
            page.append("%n![%s](%s.svg)%n".formatted(picture.replace('-', ' '), picture));
        }
        return page.toString();
    }

    private String probability() {
        int bins = Math.min(Nbs1Subvolume.bins(), wiring.distances().bins());
        double[] middle = values(bins, b -> BIN_UM * (b + 0.5));
        double[] published = values(bins, Nbs1Subvolume::probability);
        int floor = Math.min(bins, ComparedMeasure.FLOOR_BINS);
        return new Chart(
                        "Connection probability",
                        new Chart.Axis("distance of somata (um)", 0, 1000, 100),
                        new Chart.Axis("probability of an ordered pair", 0.001, 1, 0))
                .band(
                        values(floor, b -> middle[b]),
                        values(floor, b -> published[b] / ComparedMeasure.FACTOR),
                        values(floor, b -> published[b] * ComparedMeasure.FACTOR),
                        PUBLISHED,
                        "factor of 2")
                .curve(middle, published, PUBLISHED, "published")
                .curve(middle, values(bins, b -> positive(wiring.distances().probability(b))), OURS, "ours")
                .svg();
    }

    private String degree() {
        double[] ours = {wiring.degree(), wiring.degree()};
        double[] spread = {wiring.outDegreeSd(), wiring.inDegreeSd()};
        double[] mean = {Nbs1Subvolume.DEGREE, Nbs1Subvolume.DEGREE};
        double[] sd = {Nbs1Subvolume.OUT_DEGREE_SD, Nbs1Subvolume.IN_DEGREE_SD};
        double most = Math.ceil(Math.max(ours[0] + Math.max(spread[0], spread[1]), mean[0] + sd[0]) / 50 + 1) * 50;
        return new Chart(
                        "Degree, mean ± sd, as in the whole tissue",
                        new Chart.Axis("1: out-degree, 2: in-degree", 0, 3, 1),
                        new Chart.Axis("partners", 0, most, 50))
                .points(new double[] {0.9, 1.9}, mean, minus(mean, sd), plus(mean, sd), PUBLISHED, "published")
                .points(new double[] {1.1, 2.1}, ours, minus(ours, spread), plus(ours, spread), OURS, "ours")
                .svg();
    }

    private String commonNeighbours() {
        double[] published = {Nbs1Subvolume.COMMON_NEIGHBOUR_RATIO};
        double found = wiring.commonNeighbourRatio();
        double[] ours = {Double.isFinite(found) ? found : Double.NaN};
        return new Chart(
                        "Common targets: connected over unconnected pairs",
                        new Chart.Axis("1: published, 2: ours", 0, 3, 1),
                        new Chart.Axis(
                                "ratio of the means",
                                0,
                                Math.ceil(Double.isNaN(ours[0]) ? published[0] : Math.max(ours[0], published[0])) + 1,
                                1))
                .points(new double[] {1}, published, new double[1], published, PUBLISHED, "published")
                .points(new double[] {2}, ours, new double[1], ours, OURS, "ours")
                .svg();
    }

    private String simplices() {
        int first = 2;
        int n = Nbs1Subvolume.mostDimension() - first + 1;
        double[] dimension = values(n, i -> first + i);
        double[] ours = values(n, i -> positive(wiring.simplices().overChance()[first + i]));
        return new Chart(
                        "Directed simplices over chance",
                        new Chart.Axis("dimension", 1, 6, 1),
                        new Chart.Axis("counted / expected in an Erdős–Rényi graph", 1, 1e8, 0))
                .curve(dimension, values(n, i -> Nbs1Subvolume.simplicesOverChance(first + i)), PUBLISHED, "published")
                .points(dimension, ours, ours, ours, OURS, "ours")
                .svg();
    }

    private String synapses() {
        int n = pathways.size();
        double[] published = values(n, i -> pathways.get(i).target().mean());
        double[] ours = values(n, i -> pathways.get(i).mean());
        var chart = new Chart(
                        "Synapses per connection, one point a pathway",
                        new Chart.Axis("published", 1, 100, 0),
                        new Chart.Axis("ours, mean ± standard error", 1, 100, 0))
                .curve(new double[] {1, 100}, new double[] {1, 100}, "#999", "equal");
        double[] error = values(
                n,
                i -> pathways.get(i).connections() < 2
                        ? 0
                        : pathways.get(i).sd() / Math.sqrt(pathways.get(i).connections()));
        chart.points(published, ours, minus(ours, error), plus(ours, error), OURS, "ours");
        for (int i = 0; i < n; i++) {
            chart.label(published[i], ours[i], pathways.get(i).target().pathway());
        }
        return chart.svg();
    }

    private static double[] values(int n, IntToDoubleFunction of) {
        return IntStream.range(0, n).mapToDouble(of).toArray();
    }

    private static double positive(double value) {
        return value > 0 ? value : Double.NaN;
    }

    private static double[] plus(double[] a, double[] b) {
        return values(a.length, i -> a[i] + b[i]);
    }

    private static double[] minus(double[] a, double[] b) {
        return values(a.length, i -> a[i] - b[i]);
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "none"
                : Math.abs(value) >= 1000
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.3g", value);
    }
}
