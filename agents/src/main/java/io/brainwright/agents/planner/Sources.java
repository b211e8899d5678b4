package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.neuro.text.Language;
import java.util.Map;
import java.util.regex.Pattern;

/** The source of an assumption as it is told. Citations stay; our own reasons are in English and told in full only there. */
final class Sources {
    private static final Map<Language, String> CHOSEN = Map.of(
            Language.FRENCH, "choisi par défaut",
            Language.GERMAN, "als Vorgabe gewählt",
            Language.SPANISH, "elegido por defecto");
    private static final Map<Language, String> DERIVED = Map.of(
            Language.FRENCH, "d'après vos mots",
            Language.GERMAN, "aus Ihren Worten",
            Language.SPANISH, "según sus palabras");

    /** "Markram et al. 2015 ... doi:10.1016/..." */
    private static final Pattern CITATION = Pattern.compile("\\p{Lu}\\p{L}+ (?:et al\\.|&)[^;()]*?doi:[^\\s;,)]+");

    private Sources() {}

    static String told(Assumption a, Language language) {
        var alternatives = a.alternatives().isEmpty() ? "" : "; or " + String.join(", ", a.alternatives());
        if (language == Language.ENGLISH) {
            return a.source() + alternatives;
        }
        if (a.source().startsWith("chosen:")) {
            return CHOSEN.getOrDefault(language, "");
        }
        if (a.source().startsWith("from your")) {
            return DERIVED.getOrDefault(language, "");
        }
        var citation = CITATION.matcher(a.source());
        return citation.find() ? citation.group() : CHOSEN.getOrDefault(language, "");
    }
}
