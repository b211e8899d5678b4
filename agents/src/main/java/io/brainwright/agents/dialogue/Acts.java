package io.brainwright.agents.dialogue;

import io.brainwright.agents.language.Utterance;

/** Words that do something with the plan as it is: take the last edit back, approve. */
final class Acts {
    private static final int SHORT = 9;

    private Acts() {}

    /** "undo", "zurück", "no, take that last one back". */
    static boolean undoes(Utterance u) {
        boolean back = u.size() <= 3 && u.word(0).matches("back|zuruck|retour|atras");
        return (u.has("say.undo") || back)
                && u.size() <= SHORT + 3
                && u.amounts().stream().allMatch(a -> a.unit().isEmpty() && a.value() == 1);
    }

    /** "go ahead", "ja, los": nothing but consent, and neither a condition nor a change beside it. */
    static boolean approves(Utterance u) {
        boolean consent = u.first("say.approve").filter(m -> m.from() <= 3).isPresent();
        boolean more = u.has(
                        "edit.instead",
                        "verb.change",
                        "verb.add",
                        "verb.block",
                        "verb.remove",
                        "say.no",
                        "word.no",
                        "edit.twice",
                        "edit.half",
                        "edit.same")
                || !u.named().isEmpty()
                || !u.amounts().isEmpty()
                || u.words().stream()
                        .anyMatch(w -> w.text().matches("but|if|aber|wenn|mais|si_|pero|unless|except|only|nur"));
        return consent
                && !more
                && !u.isQuestion()
                && u.size() <= SHORT
                && u.unexplained().isEmpty();
    }
}
