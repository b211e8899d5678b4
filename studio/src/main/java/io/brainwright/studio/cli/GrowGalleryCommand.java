package io.brainwright.studio.cli;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.plot.GalleryPlot;
import io.brainwright.render.model.plot.GalleryPlot.Cell;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.growth.Showcase;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.synthesis.model.parameters.MtypeRule;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Grown cells of every m-type in one picture. */
@Command(
        name = "gallery",
        description = {
            "Draw grown cells of every m-type between pia and white matter (rat S1), to one scale; types that grow from another type's",
            "reconstructions are marked. Example: brainwright grow gallery --out gallery.png --mtypes L5_TPC:A,L5_MC --count 3"
        },
        mixinStandardHelpOptions = true)
final class GrowGalleryCommand implements Runnable {
    private static final int ACROSS = 15; // chosen: four to five rows for all m-types

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Picture to write, .png or .svg.")
    private Path out = Path.of("");

    @Option(
            names = "--mtypes",
            split = ",",
            paramLabel = "NAME",
            description = "M-types to show, separated by commas. Default: all.")
    private List<String> mtypes = List.of();

    @Option(names = "--count", defaultValue = "1", paramLabel = "N", description = "Cells of each (default 1).")
    private int count;

    @Option(names = "--seed", defaultValue = "0", paramLabel = "S", description = "Keys all draws (default 0).")
    private long seed;

    @Option(
            names = "--width",
            defaultValue = "1800",
            paramLabel = "PX",
            description = "Width in pixels (default 1800); the height follows.")
    private int width;

    @Override
    public void run() {
        if (!out.toString().matches("(?i).*[.](png|svg)") || count < 1 || width < 300 || width > 8192) {
            throw Problem.invalid(
                    "The gallery cannot be drawn.",
                    List.of(new FieldFault(
                            "--out, --count, --width", "must be a .png or .svg, at least 1, and 300 to 8192 pixels.")));
        }
        var catalogue = new GrowthCatalogue();
        var showcase = new Showcase(catalogue, CorticalLayers.RAT_S1, seed);
        var names = mtypes.isEmpty()
                ? catalogue.rules().stream().map(MtypeRule::mtype).toList()
                : mtypes;
        names.forEach(catalogue::rule); // one that is not grown is said before any is
        var groups = Showcase.byLayer(names).stream()
                .map(group -> group.stream()
                        .flatMap(mtype -> showcase.cells(mtype, count).stream())
                        .map(GrowGalleryCommand::drawn)
                        .toList())
                .toList();
        var caption =
                "Grown by Brainwright, seed %d; rat S1 layers and pia to scale, somata in mid-layer. Grey: reconstructions of the type itself; vermillion:"
                                .formatted(seed)
                        + " grown from another type's reconstructions, an assumption. Axons are local and end at 1 mm of path.";
        PictureFile.write(
                new GalleryPlot(CorticalLayers.RAT_S1.thickness_um(), groups, ACROSS, "", caption).sheet(width), out);
        System.out.printf("%d cells of %d m-types in %s%n", names.size() * count, names.size(), out);
    }

    private static Cell drawn(Showcase.Shown cell) {
        var rule = cell.rule();
        var origin = cell.generalised() ? "from " + rule.grown_from() : "own reconstructions";
        return new Cell(rule.mtype(), origin, cell.generalised(), cell.depth_um(), cell.shape());
    }
}
