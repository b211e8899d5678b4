package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A new expert: its name, what it knows, what it may use. */
final class AgentFrame {
    private static final List<String> TOOLS =
            List.of("atlas", "placement", "synthesis", "connectome", "sim", "render", "library", "notebook", "export");
    private static final Set<String> ON = Set.of(
            "on", "for", "about", "in", "en", "sur", "pour", "fur", "uber", "zu", "zum", "sobre", "de", "para", "des",
            "du", "d", "who", "that");
    private static final Set<String> ENDS = Set.of(
            "who", "which", "that", "may", "can", "with", "called", "named", "qui", "avec", "der", "die", "das", "mit",
            "que", "con", "darf", "kann", "call", "and", "und", "et", "y", "nomme", "namens", "llamado", "llamada",
            "appele", "it", "should", "soll", "only", "using");

    private final Reading r;
    private final Utterance u;

    AgentFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void read(Want want) {
        var subject = subject();
        subject = subject.isEmpty() ? topic() : subject;
        name(want, subject);
        tools(want);
        if (!subject.isEmpty()) {
            want.params().putArray("description_terms").add(subject);
        }
        if (u.has("word.read_only")) {
            want.params().put("read_only", true);
        }
        model(want);
        for (int i = 0; i < u.size(); i++) {
            u.explain(i, i + 1);
        }
    }

    private void name(Want want, String subject) {
        for (var m : u.all("verb.call")) {
            for (int i = m.to(); i < Math.min(u.size(), m.to() + 4); i++) {
                var w = u.words().get(i);
                boolean name = w.sort() != Word.Sort.SIGN
                        && !Set.of(
                                        "it", "him", "her", "them", "lo", "la", "le", "l", "es", "ihn", "sie", "the",
                                        "is", "ist", "est", "al")
                                .contains(w.text());
                if (name && !u.between(i, i + 1, "verb.call")) {
                    want.params().put("name", w.text().replaceAll("[^a-z0-9]+", "-"));
                    return;
                }
            }
        }
        var proper = properName();
        if (!proper.isEmpty()) {
            want.params().put("name", proper);
            return;
        }
        if (!subject.isEmpty()) {
            var made =
                    io.brainwright.neuro.text.Token.fold(subject)
                                    .replaceAll("[^a-z0-9]+", "-")
                                    .replaceAll("^-|-$", "") + "-expert";
            want.params().put("name", made);
            want.derive("name", "from the subject");
        }
    }

    /** The name in quotes, or with a capital, right behind the word for an expert: 'an agent "Cajal"', "un agent Marie". */
    private String properName() {
        var expert = u.first("thing.expert");
        if (expert.isEmpty() || expert.get().to() >= u.size()) {
            return "";
        }
        var next = u.words().get(expert.get().to());
        boolean quoted = next.start() > 0 && "\"'“„«".indexOf(u.read().charAt(next.start() - 1)) >= 0;
        boolean capital = Character.isUpperCase(next.raw().charAt(0))
                && u.language() != io.brainwright.neuro.text.Language.GERMAN;
        boolean concept =
                u.mentions().stream().anyMatch(m -> m.from() == expert.get().to());
        return (quoted || capital && !concept) && next.raw().chars().allMatch(Character::isLetter) ? next.text() : "";
    }

    private void tools(Want want) {
        var tools = new ArrayList<String>();
        int from = u.first("word.may_use").map(m -> m.to()).orElse(0);
        for (var tool : TOOLS) {
            boolean said = u.all("agent." + tool).stream().anyMatch(m -> m.from() >= from);
            if (said && (u.has("word.may_use") || u.has("word.only", "word.read_only"))) {
                tools.add(tool);
            }
        }
        if (!tools.isEmpty()) {
            tools.forEach(want.params().putArray("tools")::add);
        }
    }

    private void model(Want want) {
        u.first("word.model_alias").ifPresent(m -> {
            if (m.to() < u.size()) {
                want.params().put("model", u.word(m.to()).toLowerCase(Locale.ROOT));
            }
        });
    }

    /** The words behind "about" wherever it stands. */
    private String topic() {
        for (int at = 0; at < u.size(); at++) {
            if (Set.of("about", "on", "sobre", "sur", "uber", "thema", "tema", "topic", "sujet")
                    .contains(u.word(at))) {
                int from = at + 1;
                while (from < u.size()
                        && Set.of("l", "les", "la", "le", "los", "las", "el", "the", "die", "den", "das")
                                .contains(u.word(from))) {
                    from++;
                }
                int end = from;
                while (end < u.size()
                        && !ENDS.contains(u.word(end))
                        && u.words().get(end).sort() != Word.Sort.SIGN) {
                    end++;
                }
                return end > from ? u.said(from, end) : "";
            }
        }
        return "";
    }

    /** The words behind "expert on", also where a name stands between. */
    private String subject() {
        var expert = u.first("thing.expert");
        if (expert.isEmpty()) {
            return "";
        }
        int at = expert.get().to();
        while (at < u.size() && !(ON.contains(u.word(at)) && !u.between(at, at + 1, "verb.call"))) {
            if (u.words().get(at).isStop()
                    || Set.of("who", "that", "which", "qui", "que", "darf", "kann", "may", "can")
                            .contains(u.word(at))) {
                return "";
            }
            at++;
        }
        while (at < u.size()
                && (ON.contains(u.word(at))
                        || Set.of("l", "les", "la", "le", "los", "las", "el", "the", "die", "den", "das")
                                .contains(u.word(at)))) {
            if (Set.of("who", "that").contains(u.word(at))) {
                return "";
            }
            at++;
        }
        int end = at;
        while (end < u.size()
                && !ENDS.contains(u.word(end))
                && u.words().get(end).sort() != Word.Sort.SIGN
                && !Set.of("an", "a", "ein").contains(u.word(end))) {
            end++;
        }
        return end > at && at > expert.get().to() ? u.said(at, end) : "";
    }
}
