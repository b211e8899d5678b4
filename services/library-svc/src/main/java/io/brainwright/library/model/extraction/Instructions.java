package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.library.model.extraction.passage.Sentence;
import io.brainwright.neuro.text.Span;
import java.util.List;
import java.util.regex.Pattern;

/** Recognises sentences that speak to an assistant instead of to a reader. They are reported; no number is taken from them. */
final class Instructions {
    private static final Pattern SPOKEN = Patterns.words(
            "instructions? (?:to|for) (?:the |an? )?(?:assistant|ai|model|agent|system|reader's)|(?:ignore|disregard|forget|override) (?:all |any |the |every |your )*(?:previous|prior|above|earlier|other|preceding)? ?(?:rules?|instructions?|prompts?|constraints?|values?)|system prompt|you (?:are|must) (?:now |an? )?(?:assistant|ai|language model)|as an? (?:ai|assistant|language model)|(?:dear|hey|attention|note to|message to) (?:the )?(?:ai|assistant|agent|model|llm)|(?:write|enter|insert|put|add|promote|record|store|set|use) [^.;]{0,60}(?:in|into|to) (?:the |your )?(?:recipe|library|database|plan|workspace)|mark (?:every|all|any) (?:other )?papers?|(?:delete|erase|remove) (?:the |all |every )*(?:library|recipe|workspace|files?|papers?|candidates?)|ignor(?:ez|iere|iert|a|e) (?:toutes? |alle |todas? )?(?:les |las )?(?:instructions?|consignes?|Anweisungen|Regeln|instrucciones|reglas)|<\\|?(?:system|im_start|assistant)\\|?>|always report|report (?:that )?the value as|assistants? (?:must|should|shall)");

    private Instructions() {}

    static List<Span> find(List<Sentence> sentences) {
        return sentences.stream()
                .filter(Instructions::spoken)
                .map(s -> new Span(s.begin(), s.end()))
                .toList();
    }

    static boolean spoken(Sentence sentence) {
        return SPOKEN.matcher(sentence.words()).find();
    }
}
