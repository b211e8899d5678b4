package io.brainwright.agents.planner;

import io.brainwright.neuro.text.Language;
import java.util.Map;

/** Names of conditions as questions use them. */
final class Conditions {
    private static final Map<String, Map<Language, String>> NAMES = Map.of(
            "ageing",
                    Map.of(
                            Language.ENGLISH,
                            "ageing",
                            Language.FRENCH,
                            "vieillissement (ageing)",
                            Language.GERMAN,
                            "Altern (ageing)",
                            Language.SPANISH,
                            "envejecimiento (ageing)"),
            "injury",
                    Map.of(
                            Language.ENGLISH,
                            "injury",
                            Language.FRENCH,
                            "lésion (injury)",
                            Language.GERMAN,
                            "Verletzung (injury)",
                            Language.SPANISH,
                            "lesión (injury)"),
            "disease",
                    Map.of(
                            Language.ENGLISH,
                            "disease",
                            Language.FRENCH,
                            "maladie (disease)",
                            Language.GERMAN,
                            "Krankheit (disease)",
                            Language.SPANISH,
                            "enfermedad (disease)"));

    private Conditions() {}

    static String name(String condition, Language language, String said) {
        var name = NAMES.getOrDefault(condition, Map.of()).get(language);
        return name == null || condition.equals("disease") ? said : name;
    }
}
