package io.brainwright.agents.explain;

import io.brainwright.agents.explain.Explanation.Step;
import io.brainwright.fabric.dataset.Datasets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers questions about a process from what the workspace holds. */
public final class Explainer {
    private static final String BUILD =
            "Take 300 neurons from a 150 um wide column of rat S1HL, stimulate layer 4 at 50 ms and show me the activity for 200 ms";

    /** "How", "explain", "what makes" in English, French, German and Spanish. */
    private static final Pattern ASKS = Pattern.compile(
            "^(so |and |please |@[a-z0-9-]+[,:]? )*(how (do|does|is|are)|explain|why|what makes|what decides|comment|explique|pourquoi|wie|erklar|warum|was lasst|como|explica|por que)\\b.*");

    private final WorkspaceData data;
    private final Path studies;

    /**
     * @param workspace folder of the scientist's work
     */
    public Explainer(Datasets datasets, Path workspace) {
        this.data = new WorkspaceData(datasets);
        this.studies = workspace.resolve("studies");
    }

    /** A process that can be explained, and the words by which it is asked for. */
    private enum Process {
        SPIKE(
                "How a spike reaches the next cell",
                ".*\\b(spike|spikes|action potential|potentiel d.action|aktionspotential|potencial de accion).*\\b(reach|reaches|travel|travels|next|another|other|postsynaptic|synapse|cell|atteint|suivante|nachste|andere|erreicht|llega|siguiente).*",
                SpikeStory::steps),
        LAYERS(
                "Which layer fires when",
                ".*\\b(layer|layers|couche|schicht|capa)\\b.*\\b(fire|fires|fired|active|spike|spikes|decharge|feuert|feuern|dispara)\\b.*\\b(first|before|earlier|when|last|premier|premiere|d.abord|zuerst|erste|primero|antes)\\b.*",
                TissueStories::layers),
        GROWTH(
                "How a cell is grown",
                ".*\\b(dendrite|dendrites|neurite|neurites|morphology|morphologies|tree|cell|cells|neuron|neurons|cellule|neurone|zelle|zellen|neuronen|celula|neurona)\\b.*\\b(grow|grows|grown|synthesi[sz]ed|pousse|croissance|wachst|wachsen|gewachsen|crece|crecen)\\b.*",
                TissueStories::growth),
        SYNAPSE(
                "How a synapse is chosen",
                ".*\\b(synapse|synapses|connection|connections|apposition|appositions|synapsen|sinapsis)\\b.*\\b(chosen|choose|placed|made|form|formed|kept|pruned|decided|choisie|choisies|gewahlt|entsteht|elige|eligen)\\b.*",
                TissueStories::synapse),
        PLACE(
                "How a cell gets its place",
                ".*\\b(cell|cells|neuron|neurons|soma|somata|cellule|neurone|zelle|zellen|celula|neurona)\\b.*\\b(place|placed|position|positions|positioned|stand|located|placee|platz|platziert|lugar|colocada)\\b.*",
                TissueStories::place);

        private final String title;
        private final Pattern words;
        private final Function<WorkspaceData, List<Step>> steps;

        Process(String title, String words, Function<WorkspaceData, List<Step>> steps) {
            this.title = title;
            this.words = Pattern.compile(words);
            this.steps = steps;
        }
    }

    /** The explanation that words ask for; empty where they ask for none. */
    public Optional<Explanation> answer(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
        if (!ASKS.matcher(plain).matches()) {
            return Optional.empty();
        }
        for (var process : Process.values()) {
            if (process.words.matcher(plain).matches()) {
                return Optional.of(explained(process));
            }
        }
        return Optional.empty();
    }

    private Explanation explained(Process process) {
        var steps = process.steps.apply(data);
        return steps.isEmpty()
                ? new Explanation(
                        process.title,
                        List.of(new Step("anatomist", "Nothing in this workspace shows it yet.", List.of())),
                        null,
                        BUILD)
                : new Explanation(process.title, steps, picture(), null);
    }

    /** The raster of the newest study. */
    private @Nullable Path picture() {
        if (!Files.isDirectory(studies)) {
            return null;
        }
        try (var all = Files.walk(studies, 2)) {
            return all.filter(f -> f.toString().endsWith(".png"))
                    .max(Comparator.comparing(
                                    (Path f) -> f.getFileName().toString().contains("raster"))
                            .thenComparing(f -> f.toFile().lastModified()))
                    .orElse(null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
