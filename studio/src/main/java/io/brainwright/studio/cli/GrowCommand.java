package io.brainwright.studio.cli;

import io.brainwright.neuro.atlas.fields.FieldFolder;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.synthesis.model.fit.FolderFit;
import io.brainwright.synthesis.model.growth.CellGrower;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.growth.FieldPia;
import io.brainwright.synthesis.model.growth.Specimens;
import io.brainwright.synthesis.model.parameters.GrowthFiles;
import io.brainwright.synthesis.model.parameters.GrowthParameters;
import io.brainwright.synthesis.model.parameters.MtypeRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dendrites and axons grown from files. */
@Command(
        name = "grow",
        description = "Grow cells: learn from a folder of reconstructions, grow as many as you like.",
        mixinStandardHelpOptions = true,
        subcommands = {GrowCommand.Fit.class, GrowCommand.Cells.class, GrowGalleryCommand.class})
final class GrowCommand implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    /** Learns. */
    @Command(
            name = "fit",
            description = {
                "Learn growth parameters from all SWC, ASC and H5 cells of a folder: barcodes, angles, straightness, diameters.",
                "Example: brainwright grow fit my-cells --mtype L5_TPC:A --out parameters.json"
            },
            mixinStandardHelpOptions = true)
    static final class Fit implements Runnable {
        @Parameters(paramLabel = "FOLDER", description = "Reconstructions of one m-type.")
        private Path folder = Path.of("");

        @Option(names = "--mtype", paramLabel = "NAME", description = "What they are. Default: the folder's name.")
        private String mtype = "";

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "Parameter file to write.")
        private Path out = Path.of("");

        @Override
        public void run() {
            if (!Files.isDirectory(folder)) {
                throw Problem.invalid(
                        "There is no folder '%s'.".formatted(folder),
                        List.of(new FieldFault("FOLDER", "Name a folder of reconstructions.")));
            }
            var name = mtype.isEmpty()
                    ? String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                    : mtype;
            var fit = FolderFit.of(folder, name);
            GrowthFiles.write(fit, out);
            System.out.printf(
                    "%s from %d cells: %d basal, %d apical, %d axon trees -> %s%n",
                    name,
                    fit.sources().size(),
                    fit.basal().trees().size(),
                    fit.apical().trees().size(),
                    fit.axon().trees().size(),
                    out);
        }
    }

    /** Grows. */
    @Command(
            name = "cells",
            description = {
                "Grow cells from parameters; cell k is the same bytes whatever else is grown.",
                "With --depth-um a tissue is around them: rat S1 layers, the pia is never crossed, tufts end in layer 1 where their type's do.",
                "With --fields DIR --at X,Y,Z it is the tissue of an atlas, by what 'atlas fields' wrote: its layers, its pia however curved.",
                "NeuroTS parameter and distribution files are taken as they are (--params P.json --distributions D.json)."
            },
            mixinStandardHelpOptions = true)
    static final class Cells implements Runnable {
        @Option(
                names = {"--params", "--parameters"},
                required = true,
                paramLabel = "FILE",
                description = "From 'grow fit', or NeuroTS parameters.")
        private Path params = Path.of("");

        @Option(names = "--distributions", paramLabel = "FILE", description = "NeuroTS distributions.")
        private Path distributions = Path.of("");

        @Option(names = "--mtype", paramLabel = "NAME", description = "Name of the cells. Default: the parameters'.")
        private String mtype = "";

        @Option(names = "--count", defaultValue = "1", paramLabel = "N", description = "How many (default 1).")
        private int count;

        @Option(
                names = "--first",
                defaultValue = "0",
                paramLabel = "K",
                description = "Number of the first (default 0).")
        private long first;

        @Option(names = "--seed", defaultValue = "0", paramLabel = "S", description = "Keys all draws (default 0).")
        private long seed;

        @Option(
                names = "--depth-um",
                defaultValue = "0",
                paramLabel = "UM",
                description = "Depth of the somata in rat S1; without it they grow in free space.")
        private double depth_um;

        @Option(
                names = "--fields",
                paramLabel = "DIR",
                description = "Fields of an atlas, from 'atlas fields'; needs --at.")
        private Path fields = Path.of("");

        @Option(
                names = "--at",
                split = ",",
                paramLabel = "UM",
                description = "Place of the somata in that atlas: x,y,z in um.")
        private double[] at_um = {};

        @Option(names = "--without-axons", description = "Dendrites only.")
        private boolean withoutAxons;

        @Option(
                names = "--format",
                defaultValue = "H5",
                paramLabel = "FORMAT",
                description = "One of: ${COMPLETION-CANDIDATES} (default H5).")
        private MorphologyConvertCommand.Format format = MorphologyConvertCommand.Format.H5;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the cells.")
        private Path out = Path.of("");

        @Option(names = "--json", description = "Print JSON: files, CPU seconds of each.")
        private boolean json;

        @Override
        public void run() {
            if (count < 1) {
                throw Problem.invalid(
                        "There is nothing to grow.",
                        List.of(new FieldFault("--count", "is %d; at least 1.".formatted(count))));
            }
            var fit = GrowthFiles.read(params, distributions.toString().isEmpty() ? null : distributions, mtype);
            var grow = grower(fit);
            var clock = ManagementFactory.getThreadMXBean();
            var files = new ArrayList<String>();
            var cpu_s = new ArrayList<Double>();
            try {
                Files.createDirectories(out);
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot make " + out, failed);
            }
            for (long k = first; k < first + count; k++) {
                long start = clock.getCurrentThreadCpuTime();
                var cell = grow.apply(k);
                cpu_s.add((clock.getCurrentThreadCpuTime() - start) / 1e9);
                var file = out.resolve(String.format(
                        Locale.ROOT,
                        "%s-%d-%06d.%s",
                        fit.mtype().replaceAll("[^A-Za-z0-9_-]", "_"),
                        seed,
                        k,
                        format.name().toLowerCase(Locale.ROOT)));
                MorphologyFile.write(cell, file);
                files.add(String.valueOf(file.getFileName()));
            }
            if (json) {
                System.out.println(Json.of(Map.of("mtype", fit.mtype(), "files", files, "cpu_s", cpu_s)));
            } else {
                System.out.printf("%d cells of %s in %s%n", files.size(), fit.mtype(), out);
            }
        }

        private LongFunction<Morphology> grower(GrowthParameters fit) {
            boolean inAtlas = !fields.toString().isEmpty();
            if (inAtlas != (at_um.length == 3) || inAtlas && depth_um > 0) {
                throw Problem.invalid(
                        "Where the cells lie is not clear.",
                        List.of(new FieldFault(
                                "--at", "Give --fields DIR with --at X,Y,Z, or --depth-um alone, or none of them.")));
            }
            if (!inAtlas && depth_um <= 0) {
                return new Specimens(seed, fit, !withoutAxons)::grow;
            }
            if (!fit.mtype().matches("L[1-6].*")) {
                throw Problem.invalid(
                        "The m-type '%s' names no layer.".formatted(fit.mtype()),
                        List.of(new FieldFault(
                                "--mtype", "Begin with the home layer, e.g. L5_TPC:A, or leave the tissue away.")));
            }
            return inAtlas ? inAtlas(fit) : inRat(fit);
        }

        private LongFunction<Morphology> inRat(GrowthParameters fit) {
            var tissue = CorticalLayers.RAT_S1.tissue(depth_um, fit.mtype());
            return k -> CellGrower.grow(seed, k, rule(fit), fit, tissue, !withoutAxons);
        }

        private LongFunction<Morphology> inAtlas(GrowthParameters fit) {
            var folder = new FieldFolder(fields);
            var place = folder.at(at_um);
            var tissue = CorticalLayers.tissue(place, fit.mtype());
            var pia = new FieldPia(folder.piaDistance(), at_um, place.up());
            return k -> CellGrower.grow(seed, k, rule(fit), fit, tissue, pia, !withoutAxons);
        }

        private static MtypeRule rule(GrowthParameters fit) {
            return new MtypeRule(
                    fit.mtype(),
                    fit.mtype(),
                    fit.apical().trees().isEmpty() ? "none" : fit.mtype().matches("L[2-5]_TPC.*") ? "L1" : "relative",
                    List.of());
        }
    }
}
