package io.brainwright.agents.explain;

import io.brainwright.agents.explain.Explanation.Step;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers questions about a process from what the workspace holds. */
public final class Explainer {
    /** "How", "explain", "what makes" in English, French, German and Spanish; "wie viele" and the like ask for a number. */
    private static final Pattern ASKS = Pattern.compile(
            "^(so |and |please |bitte |s il te plait |por favor |@[a-z0-9-]+[,:]? )*(?!wie (viel|lang|gross|oft|schnell|stark|hoch|dick|dicht))"
                    + "(how (do|does|is|are)|explain|why|what makes|what decides|comment|explique|expliquez|pourquoi|qu est ce qui|wie|erklar\\w*|warum|was lasst|was bringt|como|explica\\w*|por que|que hace)\\b.*");

    private final WorkspaceData data;
    private final Path studies;

    /**
     * @param workspace folder of the scientist's work
     */
    public Explainer(Datasets datasets, Path workspace) {
        this.data = new WorkspaceData(datasets);
        this.studies = workspace.resolve("studies");
    }

    private static final String CELL =
            "cells?|neurons?|soma|somata|cellules?|neurones?|zellen?|neuronen?|nervenzellen?|celulas?|neuronas?";

    /** A process that can be explained, and the words by which it is asked for, in whatever order. */
    private enum Process {
        SPIKE(
                SpikeStory::steps,
                "spikes?|action potentials?|impulses?|potentiels? d.action|influx|aktionspoten[tz]ial\\w*|impuls\\w*|potencial(?:es)? de accion|espigas?",
                "reach\\w*|travel\\w*|next|another|other|postsynaptic|synapse|cell|attei\\w+|passe|suivante|voisine|autre|nachste\\w*|andere\\w*|erreich\\w*|gelangt|kommt|llega\\w*|pasa|siguiente|otra|vecina"),
        LAYERS(
                TissueStories::layers,
                "layers?|couches?|schicht\\w*|capas?",
                "fires?|fired|active|spikes?|decharge\\w*|active\\w*|feuer\\w*|dispara\\w*|activa\\w*",
                "first|before|earlier|when|last|premier|premiere|d.abord|avant|zuerst|erste\\w*|zuletzt|vor|primer\\w*|antes|ultim\\w*"),
        GROWTH(
                TissueStories::growth,
                "dendrit\\w*|neurit\\w*|morpholog\\w*|morfolog\\w*|tree|arbre|baum|arbol|" + CELL,
                "gr[eo]wn?|grows|synthesi[sz]ed|pousse\\w*|croissance|croi(t|ssent)|wachst|wachsen|gewachsen|wachstum|crece\\w*|crecimiento"),
        SYNAPSE(
                TissueStories::synapse,
                "synapses?|connections?|appositions?|synapsen?|verbindung\\w*|sinapsis|conexion\\w*|connexions?",
                "chosen|choose|placed|made|form|formed|kept|pruned|decided|choisi\\w*|forme\\w*|elagu\\w*|gewahlt|ausgewahlt|entsteh\\w*|gebildet|elig\\w*|elegid\\w*|forma\\w*"),
        PLACE(
                TissueStories::place,
                CELL,
                "places?|placed|position\\w*|stand|located|placee?s?|platz\\w*|lugar\\w*|colocad\\w*");

        private final Pattern words;
        private final BiFunction<WorkspaceData, Telling, List<Step>> steps;

        Process(BiFunction<WorkspaceData, Telling, List<Step>> steps, String... all) {
            var pattern = new StringBuilder();
            for (var some : all) {
                pattern.append("(?=.*\\b(?:").append(some).append(")\\b)");
            }
            this.words = Pattern.compile(pattern + ".*");
            this.steps = steps;
        }

        String title() {
            return "title." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The explanation that words ask for; empty where they ask for none. */
    public Optional<Explanation> answer(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s'\u2019\u00bf\u00a1]+", " ")
                .strip();
        if (!ASKS.matcher(plain).matches()) {
            return Optional.empty();
        }
        var pair = PairStory.asked(plain);
        if (pair.isPresent()) {
            var tell = new Telling(Language.guess(words));
            return Optional.of(explained("title.pair", pair.get().steps(data, tell), null, tell));
        }
        for (var process : Process.values()) {
            if (process.words.matcher(plain).matches()) {
                return Optional.of(explained(process, new Telling(Language.guess(words))));
            }
        }
        return Optional.empty();
    }

    private Explanation explained(Process process, Telling tell) {
        return explained(process.title(), process.steps.apply(data, tell), picture(), tell);
    }

    private static Explanation explained(String heading, List<Step> steps, @Nullable Path picture, Telling tell) {
        var title = tell.say(heading);
        return steps.isEmpty()
                ? new Explanation(
                        title,
                        List.of(new Step("anatomist", tell.say("nothing"), List.of())),
                        null,
                        tell.say("build"),
                        tell.language())
                : new Explanation(title, steps, picture, null, tell.language());
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
