package io.brainwright.agents.dialogue;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.neuro.problem.FieldFault;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question that waits for its answer.
 *
 * @param words the request that led to it
 * @param fields what was asked about
 * @param suggestions what was offered
 */
record Pending(String words, List<String> fields, List<String> suggestions) {
    private static final int SHORT = 7;
    private static final Pattern DEGREES =
            Pattern.compile("(-?\\d+(?:[.,]\\d+)?)\\s*(?:°\\s*F|degF|degrees? F(?:ahrenheit)?|° ?F)");
    private static final Pattern ACRONYM = Pattern.compile("\\bS1\\p{L}+\\b");

    Pending {
        fields = List.copyOf(fields);
        suggestions = List.copyOf(suggestions);
    }

    static Pending of(String words, Proposal.Question question) {
        return new Pending(
                words,
                question.faults().stream().map(FieldFault::field).distinct().toList(),
                question.suggestions());
    }

    /** The request with the answer in its place; empty where the words are no short answer. */
    Optional<String> filledWith(Utterance answer) {
        boolean whole = answer.contentWords() > SHORT
                || answer.has("verb.build", "verb.run", "verb.stimulate", "verb.search", "say.undo", "verb.show")
                || answer.isQuestion();
        if (whole || answer.has("say.no")) {
            return Optional.empty();
        }
        boolean consent = answer.has("say.approve")
                && answer.named().isEmpty()
                && answer.amounts().isEmpty();
        var said = consent ? (suggestions.isEmpty() ? "" : suggestions.getFirst()) : answer.text();
        if (said.isBlank() && !consent) {
            return Optional.empty();
        }
        return Optional.of(placed(said, answer, consent));
    }

    private String placed(String said, Utterance answer, boolean consent) {
        if (fields.contains("sim.run.temperature_degC")) {
            var degrees = DEGREES.matcher(words);
            if (degrees.find()) {
                return degrees.replaceFirst(
                        Matcher.quoteReplacement(consent && said.isBlank() ? degrees.group(1) + " °C" : said));
            }
        }
        var acronym = ACRONYM.matcher(words);
        boolean region = !answer.named(Named.Kind.REGION).isEmpty() || consent;
        if (fields.contains("region")
                && region
                && acronym.find()
                && !suggestions.isEmpty()
                && !suggestions.contains(acronym.group())) {
            return acronym.replaceFirst(Matcher.quoteReplacement(said));
        }
        return words.strip().replaceAll("[.?!]+$", "") + ", " + said;
    }
}
