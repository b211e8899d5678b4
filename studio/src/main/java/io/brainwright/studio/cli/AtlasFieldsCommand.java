package io.brainwright.studio.cli;

import io.brainwright.neuro.atlas.RegionTree;
import io.brainwright.neuro.atlas.fields.Annotation;
import io.brainwright.neuro.atlas.fields.AtlasFields;
import io.brainwright.neuro.atlas.fields.FieldFiles;
import io.brainwright.neuro.atlas.fields.FlatMapReport;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Computes the fields of a layered region. */
@Command(
        name = "fields",
        description =
                "Directions, depths, layer boundaries, pia distance, orientations and flat map of a layered region, as NRRD volumes.",
        mixinStandardHelpOptions = true)
final class AtlasFieldsCommand implements Runnable {
    @Option(names = "--annotation", required = true, paramLabel = "FILE", description = "Annotation volume as NRRD.")
    private Path annotation = Path.of("");

    @Option(names = "--hierarchy", required = true, paramLabel = "FILE", description = "Hierarchy as JSON.")
    private Path hierarchy = Path.of("");

    @Option(names = "--region", paramLabel = "QUERY", description = "Id, acronym, name or @pattern. Default: the root.")
    private String region = "";

    @Option(
            names = "--greatest",
            paramLabel = "UM",
            description = "Greatest thickness that is believed, um. Default: none.")
    private double greatest_um = Double.POSITIVE_INFINITY;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the volumes and the report.")
    private Path out = Path.of("");

    @Override
    public void run() {
        var tree = RegionTree.read(AtlasCommand.existing(hierarchy, "--hierarchy"));
        var query = region.isEmpty() ? String.valueOf(tree.regions().getFirst().id()) : region;
        tree.query(query); // a wrong name is told before the volume is read
        var volume = new Annotation(AtlasCommand.existing(annotation, "--annotation"), tree);
        AtlasCommand.report(volume);
        boolean isNew = !Files.exists(out);
        try {
            Files.createDirectories(out);
            write(volume, compute(volume, tree, query, isNew), query);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Computes; a folder that was made for nothing goes again. */
    private AtlasFields compute(Annotation volume, RegionTree tree, String query, boolean isNew) throws IOException {
        try {
            return AtlasFields.of(volume, tree, query, greatest_um, out);
        } catch (Problem refused) {
            if (isNew) {
                Files.deleteIfExists(out);
            }
            throw refused;
        }
    }

    private void write(Annotation volume, AtlasFields fields, String query) throws IOException {
        var files = FieldFiles.write(fields, out);
        Files.writeString(out.resolve("report.json"), Json.of(report(volume, fields)) + "\n");
        ImageIO.write(
                FieldPicture.draw(fields, query),
                "png",
                out.resolve("fields.png").toFile());
        System.out.printf(
                Locale.ROOT,
                "%,d voxels, layers %s; potential: %s%n",
                fields.region().size(),
                fields.layers(),
                fields.solver());
        for (var reason : fields.reasons()) {
            if (reason.voxels() > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "  %,8d bad: %s, such as %s%n",
                        reason.voxels(),
                        reason.reason(),
                        reason.examples());
            }
        }
        tell(fields.flatMap());
        System.out.printf("%d volumes, report.json and fields.png in %s%n", files.size(), out);
    }

    private static void tell(FlatMapReport flat) {
        for (var patch : flat.patches()) {
            System.out.printf(
                    Locale.ROOT,
                    "  flat map: %.2f mm2 in %,d triangles, %d holes, %d folds; area kept to %.3f (5 %%) to %.3f (95 %%)%n",
                    patch.area_mm2(),
                    patch.triangles(),
                    patch.holes(),
                    patch.folds(),
                    patch.areaRatio()[0],
                    patch.areaRatio()[2]);
        }
        for (var sheet : flat.left_out()) {
            System.out.printf("  flat map: without %s%n", sheet);
        }
    }

    private static Map<String, Object> report(Annotation volume, AtlasFields fields) {
        int bad = 0;
        for (int v = 0; v < fields.region().size(); v++) {
            bad += fields.bad(v) == 0 ? 0 : 1;
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("voxels", fields.region().size());
        report.put("layers", fields.layers());
        report.put("solver", fields.solver());
        report.put("bad_voxels", bad);
        report.put("reasons", fields.reasons());
        report.put("flat_map", fields.flatMap());
        report.put("ids_not_in_hierarchy", volume.notInHierarchy());
        report.put("leaves_not_in_volume", List.copyOf(volume.notInVolume()));
        return report;
    }
}
