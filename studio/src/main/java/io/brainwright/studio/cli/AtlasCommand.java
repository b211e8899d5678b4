package io.brainwright.studio.cli;

import io.brainwright.neuro.atlas.RegionTree;
import io.brainwright.neuro.atlas.fields.Annotation;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Atlases on disk. */
@Command(
        name = "atlas",
        description =
                "Atlases on disk: regions of a hierarchy, ids of an annotation volume, fields of a layered region; densities of whole-brain regions.",
        mixinStandardHelpOptions = true,
        subcommands = {AtlasCommand.Regions.class, AtlasFieldsCommand.class, AtlasDensitiesCommand.class})
final class AtlasCommand implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    static Path existing(Path file, String option) {
        if (!Files.isRegularFile(file)) {
            throw Problem.invalid(
                    "There is no file '%s'.".formatted(file),
                    List.of(new FieldFault(option, "Name an existing file.")));
        }
        return file;
    }

    /** Finds regions. */
    @Command(
            name = "regions",
            description =
                    "Find regions with their descendants; with a volume, their voxels, and the ids that either side lacks.",
            mixinStandardHelpOptions = true)
    static final class Regions implements Runnable {
        @Parameters(
                arity = "0..1",
                paramLabel = "QUERY",
                description = "An id, an acronym, a name, or @ and a pattern. Default: all.")
        private String query = "@.";

        @Option(names = "--hierarchy", required = true, paramLabel = "FILE", description = "Hierarchy as JSON.")
        private Path hierarchy = Path.of("");

        @Option(names = "--annotation", paramLabel = "FILE", description = "Annotation volume as NRRD.")
        private Path annotation = Path.of("");

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public void run() {
            var tree = RegionTree.read(existing(hierarchy, "--hierarchy"));
            long[] ids = tree.query(query);
            var volume =
                    annotation.toString().isEmpty() ? null : new Annotation(existing(annotation, "--annotation"), tree);
            Map<Long, Long> voxels = volume == null ? Map.of() : volume.voxelsById();
            var regions = tree.regions().stream()
                    .filter(r -> Arrays.binarySearch(ids, r.id()) >= 0)
                    .toList();
            if (json) {
                Map<String, Object> all = new LinkedHashMap<>();
                all.put("regions", regions);
                all.put("voxels", voxels);
                all.put("ids_not_in_hierarchy", volume == null ? new long[0] : volume.notInHierarchy());
                all.put("leaves_not_in_volume", volume == null ? List.of() : volume.notInVolume());
                System.out.println(Json.of(all));
                return;
            }
            for (var r : regions) {
                System.out.printf(
                        Locale.ROOT,
                        "%12d  %-16s %10s  %s%n",
                        r.id(),
                        r.acronym(),
                        volume == null ? "" : voxels.getOrDefault(r.id(), 0L),
                        r.name());
            }
            if (volume != null) {
                report(volume);
            }
        }
    }

    static void report(Annotation volume) {
        long[] unknown = volume.notInHierarchy();
        if (unknown.length > 0) {
            System.out.println("Ids of the volume that the hierarchy lacks: " + Arrays.toString(unknown));
        }
        var absent = volume.notInVolume();
        if (!absent.isEmpty()) {
            System.out.printf(
                    "Regions without children that no voxel carries: %d, such as %s%n",
                    absent.size(),
                    String.join(
                            ", ",
                            absent.stream()
                                    .limit(5)
                                    .map(r -> r.acronym() + " (" + r.id() + ")")
                                    .toList()));
        }
    }
}
