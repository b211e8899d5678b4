package io.brainwright.render.service;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.neuro.morphology.io.SwcMorphology;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.column.PlacedCell;
import io.brainwright.render.model.movie.SceneData;
import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.model.scenefile.Source;
import io.brainwright.render.model.world.Neurites;
import io.brainwright.render.model.world.ReportFeed;
import io.brainwright.render.model.world.SpikeTrain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads the sources of a scene that are files: cells as SWC or H5, voltages and spikes as CSV. */
public final class FileSources {
    private final Path folder;

    /** @param folder what paths of the scene are seen from */
    public FileSources(Path folder) {
        this.folder = folder;
    }

    /** All of them. */
    public SceneData read(Scene scene) {
        Map<String, List<PlacedCell>> cells = new LinkedHashMap<>();
        Map<String, ReportFeed> reports = new LinkedHashMap<>();
        Map<String, SpikeTrain> spikes = new LinkedHashMap<>();
        scene.sources().forEach((name, source) -> {
            switch (source.kind()) {
                case "morphologies" -> cells.put(name, cells(name, source));
                case "compartment-report" -> reports.put(name, new CsvReport(name, file(name, source)));
                case "spikes" -> spikes.put(name, CsvReport.spikes(file(name, source)));
                default -> throw notAFile(name, source.kind());
            }
        });
        return new SceneData(cells, reports, spikes, Map.of());
    }

    private List<PlacedCell> cells(String name, Source source) {
        var cells = new ArrayList<PlacedCell>();
        for (int i = 0; i < source.files().size(); i++) {
            var f = source.files().get(i);
            var path = existing("/sources/%s/cells/%d/file".formatted(name, i), folder.resolve(f.file()));
            var shape = path.toString().toLowerCase(Locale.ROOT).endsWith(".h5")
                    ? H5Morphology.read(path)
                    : SwcMorphology.read(path);
            cells.add(placed(f, f.node_id() == null ? i : f.node_id(), shape));
        }
        return cells;
    }

    private static PlacedCell placed(Source.CellFile f, long id, Morphology shape) {
        double half = StrictMath.toRadians(f.turn_deg()) / 2;
        var turn = new Quaternion(StrictMath.cos(half), 0, StrictMath.sin(half), 0);
        var type = Objects.requireNonNullElse(f.mtype(), "");
        boolean inhibitory = "INH".equals(f.synapse_class());
        var cell =
                new PlacedCell(id, 0, 0, 0, turn, f.layer(), type, !inhibitory, shape, or(f.etype()), or(f.region()));
        double[] soma = Neurites.soma(cell);
        var at = f.position_um();
        return at == null
                ? cell
                : new PlacedCell(
                        id,
                        at.get(0) - soma[0],
                        at.get(1) - soma[1],
                        at.get(2) - soma[2],
                        turn,
                        f.layer(),
                        type,
                        !inhibitory,
                        shape,
                        or(f.etype()),
                        or(f.region()));
    }

    private static String or(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private Path file(String name, Source source) {
        var uri = Objects.requireNonNull(source.uri());
        if (!uri.startsWith("file:")) {
            throw notAFile(name, uri);
        }
        return existing("/sources/" + name + "/uri", folder.resolve(uri.substring("file:".length())));
    }

    private static Path existing(String at, Path file) {
        if (!Files.isRegularFile(file)) {
            throw Problem.invalid(
                    "A source of this scene is missing.",
                    List.of(new FieldFault(at, "there is no file " + file + ".")));
        }
        return file;
    }

    private static Problem notAFile(String name, String what) {
        return Problem.invalid(
                "This scene mixes files and datasets.",
                List.of(new FieldFault(
                        "/sources/" + name,
                        "is '%s'; where one source is a file all are: kind morphologies, uri file:PATH."
                                .formatted(what))));
    }
}
