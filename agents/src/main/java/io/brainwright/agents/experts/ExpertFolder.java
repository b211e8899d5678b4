package io.brainwright.agents.experts;

import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The experts in a folder of Markdown files, read again when a file came, changed or went. */
final class ExpertFolder {
    private final List<Expert> builtIn;
    private final Path folder;
    private SortedMap<Path, Stamp> seen = new TreeMap<>();
    private Content content;

    /**
     * What the files said when they were read.
     *
     * @param experts the folder's by name, then the built-in ones that none of them replaces
     * @param words what their vocabularies teach the planner
     * @param lexicon the lexicon with them
     * @param faults one sentence for each file that cannot be used, each handoff to nobody, each contradiction
     */
    record Content(List<Expert> experts, List<ExtraWord> words, Lexicon lexicon, List<String> faults) {}

    private record Stamp(FileTime modified, long bytes) {}

    ExpertFolder(List<Expert> builtIn, Path folder) {
        this.builtIn = List.copyOf(builtIn);
        this.folder = folder;
        this.content = read(seen);
    }

    Path path() {
        return folder;
    }

    /** The content as the files stand now. */
    synchronized Content now() {
        var files = files();
        if (!files.equals(seen)) {
            content = read(files);
            seen = files;
        }
        return content;
    }

    private SortedMap<Path, Stamp> files() {
        SortedMap<Path, Stamp> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (var list = Files.newDirectoryStream(folder, "*.{md,yaml,yml}")) {
            for (var file : list) {
                files.put(file, new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
            }
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Content read(SortedMap<Path, Stamp> files) {
        Map<String, Expert> experts = new TreeMap<>();
        Map<String, Path> origin = new LinkedHashMap<>();
        var faults = new ArrayList<String>();
        for (var file : files.keySet()) {
            if (!file.toString().endsWith(".md")) {
                continue;
            }
            try {
                var expert = ExpertFile.read(file).ofWorkspace();
                var earlier = origin.putIfAbsent(expert.name(), file);
                if (earlier == null) {
                    experts.put(expert.name(), expert);
                } else {
                    faults.add("%s: Found the name '%s', which %s has too; %s counts, give the other another name."
                            .formatted(
                                    file.getFileName(), expert.name(), earlier.getFileName(), earlier.getFileName()));
                }
            } catch (Problem problem) {
                faults.add(problem.sentence());
            }
        }
        var all = new ArrayList<>(experts.values());
        builtIn.stream().filter(e -> !experts.containsKey(e.name())).forEach(all::add);
        all.forEach(e -> handoffs(e, all, faults));
        faults.addAll(Contradictions.ofChecks(all));
        var words = Contradictions.ofWords(words(all, faults), faults);
        var plain = Lexicon.open();
        faults.addAll(LexiconWords.unknown(plain, words));
        return new Content(
                List.copyOf(all), List.copyOf(words), LexiconWords.taught(plain, words), List.copyOf(faults));
    }

    private List<ExtraWord> words(List<Expert> all, List<String> faults) {
        var words = new ArrayList<ExtraWord>();
        for (var expert : all) {
            var vocabulary = expert.vocabulary();
            if (expert.own() && vocabulary != null) {
                try {
                    words.addAll(VocabularyFile.read(folder.resolve(vocabulary), expert.name()));
                } catch (Problem problem) {
                    faults.add(problem.sentence());
                }
            }
        }
        return words;
    }

    private static void handoffs(Expert expert, List<Expert> all, List<String> faults) {
        var names = all.stream().map(Expert::name).toList();
        for (var other : expert.handoff()) {
            if (!names.contains(other)) {
                faults.add("%s: Found the handoff to '%s', whom nobody knows. %s"
                        .formatted(expert.name(), other, NearestNames.sentence(other, names)));
            }
        }
    }
}
