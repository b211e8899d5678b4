package io.brainwright.agents.language;

import io.brainwright.neuro.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the field's abbreviations mean ({@code shorthand.yaml}), and letters of equations: "T=32" is a temperature. */
final class Shorthand {
    private static final Map<Language, List<Form>> FORMS = read();
    private static final Pattern TEMPERATURE = Pattern.compile("(?<![\\p{L}\\d_])T\\s?=\\s?(?=[-+]?\\d)");

    private static final Pattern SHARES = Pattern.compile(
            "(?<![\\p{L}\\d])E\\s?[/:]\\s?I\\s?(?:ratio|Verh\u00e4ltnis)?\\s?[=:]?\\s?(\\d{1,2})\\s?[/:]\\s?(\\d{1,2})(?![\\d/])"
                    + "|(?<![\\d/])(\\d{1,2})\\s?[/:]\\s?(\\d{1,2})\\s?E\\s?[/:]\\s?I(?![\\p{L}\\d])");
    private static final int ALL = 100;

    private record Form(Pattern pattern, String meaning, int length) {}

    private Shorthand() {}

    /** The text with abbreviations spelled out; the longest one wins where several begin alike. */
    static String spelled(String text, Language language) {
        var spelled = text;
        for (var form : FORMS.getOrDefault(language, List.of())) {
            spelled = form.pattern().matcher(spelled).replaceAll(Matcher.quoteReplacement(form.meaning()));
        }
        return SHARES.matcher(TEMPERATURE.matcher(spelled).replaceAll("temperature "))
                .replaceAll(m -> Matcher.quoteReplacement(share(m)));
    }

    /** "E/I 80/20": the share of excitatory cells. */
    private static String share(java.util.regex.MatchResult m) {
        var excitatory = m.group(1) == null ? m.group(3) : m.group(1);
        var inhibitory = m.group(2) == null ? m.group(4) : m.group(2);
        return Integer.parseInt(excitatory) + Integer.parseInt(inhibitory) == ALL
                ? excitatory + " % excitatory"
                : m.group();
    }

    private static Map<Language, List<Form>> read() {
        var forms = new EnumMap<Language, List<Form>>(Language.class);
        try (var in = Shorthand.class.getResourceAsStream("shorthand.yaml")) {
            for (var entry : new YAMLMapper().readTree(in)) {
                int flags = entry.path("exact").asBoolean(false)
                        ? Pattern.UNICODE_CASE
                        : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                for (var language : Language.values()) {
                    var meaning = entry.path(language.code()).asString("");
                    for (var written : entry.path("short")) {
                        if (!meaning.isEmpty()) {
                            forms.computeIfAbsent(language, _ -> new ArrayList<>())
                                    .add(form(written.asString(), meaning, flags));
                        }
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        forms.values()
                .forEach(list -> list.sort(Comparator.comparingInt(Form::length).reversed()));
        return forms;
    }

    private static Form form(String written, String meaning, int flags) {
        return new Form(
                Pattern.compile("(?<![\\p{L}\\p{N}_/])" + Pattern.quote(written) + "(?![\\p{L}\\p{N}_/-])", flags),
                meaning,
                written.length());
    }
}
