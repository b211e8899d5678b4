package io.brainwright.studio.cli;

import io.brainwright.neuro.atlas.RegionTree;
import io.brainwright.neuro.atlas.fields.Annotation;
import io.brainwright.neuro.atlas.fields.AtlasFields;
import io.brainwright.neuro.atlas.fields.FieldFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Computes the fields of a layered region. */
@Command(
        name = "fields",
        description =
                "Directions, depths, layer boundaries, pia distance and orientations of a layered region, as NRRD volumes.",
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
        var fields = AtlasFields.of(volume, tree, query, greatest_um);
        var files = FieldFiles.write(fields, out);
        var report = report(volume, fields);
        try {
            Files.writeString(out.resolve("report.json"), Json.of(report) + "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
        System.out.printf("%d volumes and report.json in %s%n", files.size(), out);
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
        report.put("ids_not_in_hierarchy", volume.notInHierarchy());
        report.put("leaves_not_in_volume", List.copyOf(volume.notInVolume()));
        return report;
    }
}
