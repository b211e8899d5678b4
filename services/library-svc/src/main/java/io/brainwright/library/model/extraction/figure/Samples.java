package io.brainwright.library.model.extraction.figure;

import static io.brainwright.library.model.extraction.passage.Patterns.anywhere;

import io.brainwright.library.model.extraction.passage.Brackets;
import io.brainwright.library.model.extraction.passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds sample sizes: "n = 24 cells", "(17 cells, 8 animals)", "recordings from 31 pyramidal neurons", "n = 12 and 9". */
public final class Samples {
    private static final String THINGS =
            "cells?|neurons?|interneurons?|pairs?|connections?|synapses|dendrites?|axons?|segments?|boutons?|spines?|slices?|hemispheres?|sections?|columns?|recordings?|experiments?|trials?|cellules|neurones|paires|connexions|zellen|neuronen|paare|verbindungen|c[eé]lulas|neuronas|pares|conexiones|contacts|vesicles|terminals?|reconstructions?|fits";
    private static final String ANIMALS =
            "animals?|rats?|mice|mouse|patients?|subjects?|donors?|cats?|monkeys?|macaques?|ferrets?|brains?|individuals?|souris|ratten|m[aä]usen?|ratas?|ratones|animaux|tieren?|animales";
    private static final Pattern N_IS = Pattern.compile(
            "(?<![\\p{L}])[nN]s? ?= ?(\\d[\\d,]*)(?: ?(?:,|and|und|et|y|/|vs\\.?) ?(?:[nN] ?= ?)?(\\d+)(?= ?(?:\\p{L}|[,;)]|$)))?((?: [\\p{L}/0-9-]+){0,5})");
    private static final Pattern COUNT_OF = anywhere(
            "(?<![\\p{L}\\d.,/-])(\\d{1,6}) (?:(?!per\\b|of\\b|and\\b|to\\b|in\\b|were\\b|with\\b)[\\p{L}0-9/-]+ ){0,4}("
                    + THINGS + "|" + ANIMALS + ")(?![\\p{L}])(?! per)");
    private static final Pattern SAMPLED = anywhere(
            "(?:from|of|in|for|on|across|de|von|aus|bei|sur|dans|over|using) (?:a total of )?$|^$|[;,(] ?$|total of $");
    private static final Pattern ANIMAL_WORD = anywhere("(?:" + ANIMALS + ")");
    private static final Pattern ANIMALS_BEHIND =
            anywhere("^[^.)]{0,24}?(?<![\\p{L}\\d])(\\d+) (?:[\\p{L}/0-9-]+ ){0,2}(" + ANIMALS + ")(?![\\p{L}])");

    private Samples() {}

    /** The sample sizes of a sentence, in order. */
    public static List<Sample> find(Sentence sentence) {
        var found = new ArrayList<Sample>();
        var stated = N_IS.matcher(sentence.text())
                .region(sentence.begin(), sentence.end())
                .useTransparentBounds(true);
        while (stated.find()) {
            found.add(stated(sentence, stated));
        }
        if (found.isEmpty()) {
            counted(sentence).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Sample stated(Sentence sentence, Matcher matcher) {
        var said = matcher.group(3) == null ? "" : matcher.group(3).strip();
        var things = anywhere("(?:" + THINGS + ")(?![\\p{L}])").matcher(said);
        var animals = ANIMALS_BEHIND.matcher(sentence.after(matcher.end(1), 60));
        int end = matcher.end(2) < 0 ? matcher.end(1) : matcher.end(2);
        boolean ofAnimals = ANIMAL_WORD.matcher(said).find() && !things.find(0);
        boolean twoCounts =
                matcher.group(2) != null && animals.find() && animals.group(1).equals(matcher.group(2));
        return new Sample(
                whole(matcher.group(1)),
                ofAnimals ? "animals" : things.find(0) ? things.group().toLowerCase(Locale.ROOT) : "",
                animals.reset().find() ? whole(animals.group(1)) : null,
                matcher.start(),
                Math.max(end, matcher.start() + 1),
                twoCounts || matcher.group(2) == null ? null : whole(matcher.group(2)));
    }

    /** Counts of things without "n =": in brackets behind a value, or "recordings from 31 neurons". */
    private static Optional<Sample> counted(Sentence sentence) {
        Integer things = null;
        var of = "";
        Integer animals = null;
        int begin = -1;
        int end = -1;
        var matcher = COUNT_OF.matcher(sentence.text())
                .region(sentence.begin(), sentence.end())
                .useTransparentBounds(true);
        while (matcher.find()) {
            boolean bracketed = Brackets.around(sentence, matcher.start()).isPresent();
            if (!bracketed
                    && !SAMPLED.matcher(sentence.before(matcher.start(), 16)).find()) {
                continue;
            }
            boolean animal = ANIMAL_WORD.matcher(matcher.group(2)).matches();
            if (animal && animals == null) {
                animals = whole(matcher.group(1));
            } else if (!animal && things == null) {
                things = whole(matcher.group(1));
                of = matcher.group(2).toLowerCase(Locale.ROOT);
            }
            begin = begin < 0 ? matcher.start() : begin;
            end = matcher.end();
        }
        if (begin < 0) {
            return Optional.empty();
        }
        boolean onlyAnimals = things == null;
        return Optional.of(new Sample(
                onlyAnimals ? animals : things,
                onlyAnimals ? "animals" : of,
                onlyAnimals ? null : animals,
                begin,
                end,
                null));
    }

    private static @Nullable Integer whole(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? null : Integer.valueOf(digits.replace(",", ""));
    }
}
