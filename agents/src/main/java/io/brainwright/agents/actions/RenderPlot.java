package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.Onsets;
import io.brainwright.agents.run.SimulationRun;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.render.v1.RenderRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Draws plots: rasters from the runs themselves, everything else from the numbers of the steps before, or asked for here. */
final class RenderPlot implements ActionExecutor {
    @Override
    public String action() {
        return "render.plot";
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        var files = new ArrayList<Path>();
        var kinds = new ArrayList<String>();
        CellGroups.texts(params.path("plots")).forEach(kinds::add);
        for (var kind : kinds.isEmpty() ? List.of("raster") : kinds) {
            var compared = kind.equals("barcode") ? ComparedBars.asked(context) : null;
            if (kind.equals("raster")) {
                files.addAll(rasters(context, params));
            } else if (compared != null && compared.isObject()) {
                files.addAll(ComparedBars.draw(context, compared, params, title(context, params), format(params)));
            } else {
                files.add(plot(context, params, kind));
            }
        }
        return StepOutcome.wrote(files);
    }

    private static String format(JsonNode params) {
        return params.path("format").asString("PNG").equals("SVG") ? "svg" : "png";
    }

    private static Path plot(StepContext context, JsonNode params, String kind) {
        var picture = PlottedNumbers.of(context, kind);
        var request = RenderRequest.newBuilder();
        var format = format(params);
        request.setPlot(picture.toBuilder()
                .setTitle(title(context, params))
                .setCaption(Captions.of(context, kind))
                .setFormat(format));
        Pictures.size(params, request);
        return Pictures.draw(context, request.build(), kind + "." + format);
    }

    /** One raster per run beside its control; the control has none of its own. */
    private static List<Path> rasters(StepContext context, JsonNode params) {
        var runs = context.runs();
        if (runs.isEmpty()) {
            throw SimAnalyse.nothingSimulated(context);
        }
        var main = runs.getFirst().setting().variant();
        var files = new ArrayList<Path>();
        for (var run : runs) {
            var setting = run.setting();
            if (setting.variant().toLowerCase(Locale.ROOT).equals("control") || setting.repeat() > 0) {
                continue;
            }
            var name = (files.isEmpty() ? "raster" : "raster-" + Pictures.slug(setting.words())) + "." + format(params);
            files.add(Pictures.draw(context, raster(context, params, run, main, runs), name));
        }
        return files;
    }

    private static RenderRequest raster(
            StepContext context, JsonNode params, SimulationRun run, String main, List<SimulationRun> runs) {
        var request = RenderRequest.newBuilder().setCells(run.cells()).setSimulation(run.simulation());
        var shown = new ArrayList<>(List.of(run));
        if (run.setting().variant().equals(main)) {
            runs.stream()
                    .filter(r -> !r.setting().variant().equals(main)
                            && r.setting().under().equals(run.setting().under())
                            && r.setting().repeat() == run.setting().repeat()
                            && Objects.equals(r.cells(), run.cells()))
                    .findFirst()
                    .ifPresent(control -> {
                        request.getRasterBuilder().setControl(control.simulation());
                        shown.add(control);
                    });
        }
        request.getRasterBuilder()
                .setTitle(title(context, params))
                .addAllMarkMs(Onsets.of_ms(run.params()))
                .setCaption(Captions.of(context, "raster", shown))
                .setFormat(format(params));
        Pictures.size(params, request);
        return request.build();
    }

    private static String title(StepContext context, JsonNode params) {
        return params.path("titles").asBoolean(true)
                ? context.plan().hypothesis().text()
                : "";
    }
}
