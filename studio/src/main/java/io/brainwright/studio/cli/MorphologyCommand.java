package io.brainwright.studio.cli;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.neuro.morphometrics.MorphologyFeatures;
import io.brainwright.neuro.morphometrics.NeuriteFeatures;
import io.brainwright.neuro.morphometrics.Summary;
import io.brainwright.neuro.topology.Barcode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shapes of cells on disk. */
@Command(
        name = "morphology",
        description =
                "Shapes of cells on disk (SWC, Neurolucida ASC, H5): features, barcodes, persistence images, faults, other formats.",
        mixinStandardHelpOptions = true,
        subcommands = {
            MorphologyCommand.Features.class,
            MorphologyCommand.Barcodes.class,
            MorphologyCheckCommand.class,
            MorphologyConvertCommand.class,
            MorphologyPersistenceCommand.class
        })
final class MorphologyCommand implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    /** What both verbs read. */
    private abstract static class Cells implements Runnable {
        @Parameters(paramLabel = "FILE", arity = "1..*", description = "SWC, ASC or H5 files.")
        private List<Path> files = List.of();

        @Option(names = "--json", description = "Print one JSON object a file.")
        private boolean json;

        @Override
        public void run() {
            for (var file : files) {
                var name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
                var tree = tree(name, file, MorphologyFile.read(file));
                System.out.println(json ? Json.of(tree) : sentence(tree));
            }
        }

        abstract Map<String, Object> tree(String name, Path file, Morphology cell);

        abstract String sentence(Map<String, Object> tree);
    }

    private static Map<String, Object> head(String name, Path file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put("file", String.valueOf(file.getFileName()));
        return tree;
    }

    /** Morphometrics. */
    @Command(
            name = "features",
            description = "Lengths, areas, angles, orders, asymmetries, diameters and Sholl crossings by neurite type.",
            mixinStandardHelpOptions = true)
    static final class Features extends Cells {
        @Override
        Map<String, Object> tree(String name, Path file, Morphology cell) {
            var features = MorphologyFeatures.of(cell);
            var tree = head(name, file);
            tree.put("soma", Map.of("center", features.somaCentre_um(), "radius", features.somaRadius_um()));
            Map<String, Object> neurites = new LinkedHashMap<>();
            features.neurites().forEach((type, f) -> neurites.put(type, tree(f)));
            tree.put("neurites", neurites);
            return tree;
        }

        private static Map<String, Object> tree(NeuriteFeatures features) {
            Map<String, Object> tree = new LinkedHashMap<>();
            features.totals().forEach((name, v) -> tree.put(name, name.startsWith("number_") ? v.longValue() : v));
            features.values().forEach((name, v) -> tree.put(name, v.length == 0 ? Map.of("n", 0) : Summary.of(v)));
            tree.put("sholl_crossings", features.sholl());
            return tree;
        }

        @Override
        String sentence(Map<String, Object> tree) {
            var text = new StringBuilder(String.valueOf(tree.get("name")));
            ((Map<?, ?>) java.util.Objects.requireNonNull(tree.get("neurites"))).forEach((type, values) -> {
                var v = (Map<?, ?>) values;
                text.append("%n  %-16s %4s trees  %5s sections  %5s leaves  %10.1f um long  reaches %.1f um"
                        .formatted(
                                type,
                                v.get("number_of_neurites"),
                                v.get("number_of_sections"),
                                v.get("number_of_leaves"),
                                (Double) v.get("total_length"),
                                (Double) v.get("max_radial_distance")));
            });
            return text.toString();
        }
    }

    /** Topology. */
    @Command(
            name = "barcodes",
            description =
                    "Topological barcodes of every tree: [tip, fork] distances in um, along the path and straight.",
            mixinStandardHelpOptions = true)
    static final class Barcodes extends Cells {
        @Override
        Map<String, Object> tree(String name, Path file, Morphology cell) {
            var tree = head(name, file);
            Map<String, List<Object>> trees = new LinkedHashMap<>();
            for (int s = 1; s < cell.sectionCount(); s++) {
                if (cell.parent(s) == 0) {
                    trees.computeIfAbsent(SectionType.name(cell.type(s)).replace(' ', '_'), _ -> new ArrayList<>())
                            .add(Map.of(
                                    "path", bars(Barcode.ofPath(cell, s)), "radial", bars(Barcode.ofRadius(cell, s))));
                }
            }
            tree.put("trees", trees);
            return tree;
        }

        private static double[][] bars(Barcode code) {
            double[][] bars = new double[code.size()][];
            for (int b = 0; b < bars.length; b++) {
                bars[b] = new double[] {code.tip_um(b), code.fork_um(b)};
            }
            return bars;
        }

        @Override
        String sentence(Map<String, Object> tree) {
            var text = new StringBuilder(String.valueOf(tree.get("name")));
            ((Map<?, ?>) java.util.Objects.requireNonNull(tree.get("trees")))
                    .forEach((type, trees) -> ((List<?>) trees)
                            .forEach(t -> text.append("%n  %-16s".formatted(type))
                                    .append(((double[][]) java.util.Objects.requireNonNull(((Map<?, ?>) t).get("path")))
                                            .length)
                                    .append(" bars")));
            return text.toString();
        }
    }
}
