package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.library.model.extraction.passage.Sentence;
import java.util.regex.Pattern;

/** Sentences whose numbers nobody measured: parameters and results of models, assumptions, hypotheses. */
final class Settings {
    private static final Pattern MODEL = Patterns.words(
            "in (?:the|our|this|a|all|these|each) (?:\\w+ ){0,2}(?:model|models|simulations?)|(?:the|our|model) (?:model|simulated|modell?ed) (?:neurons?|cells?|network|synapses?|axons?)?|simulat(?:ed|ions?|ing)|modell?ed (?:as|with|by)|model (?:used|assumes?|parameters?|has|had|neurons?|cells?)|(?:we|was|were|is|are) (?:therefore |then |thus )?(?:assumed?|chosen|postulated|hypothesi[sz]ed)|assuming|hypothetical(?:ly)?|(?:would|could|might|should) (?:be|have|give|yield|require|need|predict)|if (?:the|each|all|every|we)\\b|suppose|let us|for example,? an?|predict(?:s|ed|ion) (?:a|an|that|of)|were used in (?:all|the) (?:simulations?|models?)|parameters? (?:was|were) set|dans (?:le|notre) mod[èe]le|im Modell|en (?:el|nuestro) modelo|simul[ée]e?s?|simuliert\\w*|simulad[oa]s?");
    private static final Pattern MEASURED = Patterns.words(
            "we (?:measured|recorded|found|observed)|were recorded|recordings? (?:from|in|of)|experimentally|in slices|(?:mouse|animal|rat|disease|transgenic|in vitro|in vivo) models?");

    private Settings() {}

    static boolean only(Sentence sentence) {
        return MODEL.matcher(sentence.words()).find()
                && !MEASURED.matcher(sentence.words()).find();
    }
}
