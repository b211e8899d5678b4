package io.brainwright.benchmarks.figures;

import io.brainwright.render.model.plot.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * Question: do the algorithms do what their pages say? Answer: the figures in docs/science/figures, which each page shows.
 *
 * <p>usage: {@code benchmarks/run figures.ScienceFigures FOLDER [NAME ...]}; names are those of the files, all where none is given.
 */
public final class ScienceFigures {
    private static final Map<String, Supplier<Sheet>> FIGURES = figures();

    private ScienceFigures() {}

    private static Map<String, Supplier<Sheet>> figures() {
        var figures = new LinkedHashMap<String, Supplier<Sheet>>();
        figures.put("topological-synthesis.png", GrowthFigure::sheet);
        figures.put("cell-placement.png", PlacementFigure::sheet);
        figures.put("glia.png", GliaFigure::sheet);
        figures.put("vessels.png", VesselFigure::sheet);
        figures.put("densities.png", DensityFigure::sheet);
        figures.put("placement-scores.png", ScoreFigure::sheet);
        return figures;
    }

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println(
                    "usage: benchmarks/run figures.ScienceFigures FOLDER [NAME ...]   names: " + FIGURES.keySet());
            System.exit(2);
        }
        var folder = Files.createDirectories(Path.of(args[0]));
        for (var figure : FIGURES.entrySet()) {
            if (args.length == 1 || List.of(args).subList(1, args.length).contains(figure.getKey())) {
                var file = folder.resolve(figure.getKey());
                write(figure.getValue().get(), file);
                System.out.printf("%s: %d kB%n", file, Files.size(file) / 1024);
            }
        }
    }

    private static void write(Sheet sheet, Path file) throws IOException {
        if (file.toString().endsWith(".svg")) {
            Files.write(file, sheet.svg());
        } else {
            ImageIO.write(sheet.image(), "png", file.toFile());
        }
    }
}
