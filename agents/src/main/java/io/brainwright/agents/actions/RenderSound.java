package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Makes the spikes of the first run audible: one short sound per spike, as a WAV file. */
final class RenderSound implements ActionExecutor {
    /** chosen: a spike train at a tenth of its speed can be followed by ear. */
    private static final double SLOWDOWN = 10;

    @Override
    public String action() {
        return "render.sound";
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var runs = context.runs();
        if (runs.isEmpty()) {
            throw SimAnalyse.nothingSimulated(context);
        }
        var run = runs.getFirst();
        var times_ms = times_ms(context, run.simulation(), run.cells());
        var timbre = context.params().path("timbre").asString("click");
        double duration_ms = run.params().path("duration_ms").asDouble(0);
        var file = context.folder().resolve("spikes.wav");
        try {
            Files.write(file, SpikeSound.wav(times_ms, duration_ms, SLOWDOWN, timbre));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        context.wrote(file.toString());
        var words = "%d spikes as sound, %s times slower than they were (chosen): %s."
                .formatted(times_ms.length, (int) SLOWDOWN, file.getFileName());
        return new StepOutcome(Map.of(), List.of(), List.of(), List.of(words), List.of(file));
    }

    private static double[] times_ms(StepContext context, DatasetRef simulation, DatasetRef cells) {
        var spikes = context.datasets().read(new DatasetId(simulation.getId()), "spikes");
        var times = spikes.doubles("timestamps");
        JsonNode target = context.params().path("source").path("spikes");
        if (!target.isObject() || target.isEmpty()) {
            return times;
        }
        var meant = new HashSet<>(ChosenCells.ids(target, context, cells));
        var ids = spikes.longs("node_ids");
        return IntStream.range(0, times.length)
                .filter(i -> meant.contains(ids[i]))
                .mapToDouble(i -> times[i])
                .toArray();
    }
}
