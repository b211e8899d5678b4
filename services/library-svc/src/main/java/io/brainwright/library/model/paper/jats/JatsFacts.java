package io.brainwright.library.model.paper.jats;

import io.brainwright.library.model.reading.Facts;
import io.brainwright.library.model.xml.XmlElement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an article says of itself in its front matter. */
final class JatsFacts {
    private static final Pattern YEAR = Pattern.compile("(1[6-9]|20|21)\\d\\d");

    private JatsFacts() {}

    static Facts of(XmlElement article) {
        var front = article.child("front").or(() -> article.child("front-stub"));
        var meta = front.flatMap(f -> f.child("article-meta"));
        var journal = front.flatMap(f -> f.child("journal-meta")).stream()
                .flatMap(j -> j.all("journal-title").stream())
                .findFirst();
        return new Facts(
                meta.flatMap(m -> m.child("title-group"))
                        .flatMap(g -> g.child("article-title"))
                        .map(XmlElement::text)
                        .orElse(""),
                meta.map(JatsFacts::authors).orElse(List.of()),
                meta.map(JatsFacts::year).orElse(null),
                journal.map(XmlElement::text).orElse(""),
                meta.stream()
                        .flatMap(m -> m.children("article-id"))
                        .filter(i -> i.attribute("pub-id-type").equals("doi"))
                        .map(XmlElement::text)
                        .findFirst()
                        .orElse(""),
                meta.flatMap(m -> m.child("permissions"))
                        .map(JatsFacts::licence)
                        .orElse(""));
    }

    private static List<String> authors(XmlElement meta) {
        return meta.children("contrib-group")
                .flatMap(g -> g.children("contrib"))
                .filter(c -> c.attribute("contrib-type").isEmpty()
                        || c.attribute("contrib-type").equals("author"))
                .flatMap(JatsFacts::author)
                .toList();
    }

    private static Stream<String> author(XmlElement contributor) {
        var name = contributor
                .child("name")
                .or(() -> contributor.child("name-alternatives").flatMap(a -> a.child("name")));
        if (name.isPresent()) {
            var given = name.get().child("given-names").map(XmlElement::text).orElse("");
            return Stream.of(
                    (name.get().child("surname").map(XmlElement::text).orElse("") + " " + initials(given)).strip());
        }
        return Stream.of(contributor.child("collab"), contributor.child("string-name"))
                .flatMap(Optional::stream)
                .map(XmlElement::text)
                .limit(1);
    }

    /** "Ing-Nang" and "I.-N." give "IN"; "JH" stays. */
    static String initials(String given) {
        if (given.matches("\\p{Lu}{1,4}")) {
            return given;
        }
        var letters = new StringBuilder();
        for (var part : given.split("[\\s.\\-\u2010]+")) {
            if (!part.isEmpty()) {
                letters.appendCodePoint(Character.toUpperCase(part.codePointAt(0)));
            }
        }
        return letters.toString();
    }

    /** The earliest publication in any form. */
    private static @Nullable Integer year(XmlElement meta) {
        return meta.children("pub-date")
                .flatMap(d -> d.child("year").stream())
                .map(XmlElement::text)
                .filter(y -> YEAR.matcher(y).matches())
                .map(Integer::valueOf)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The address of the licence where there is one, else its words. */
    private static String licence(XmlElement permissions) {
        for (var licence : permissions.children("license").toList()) {
            var address = Stream.concat(
                            Stream.of(licence.attribute("href")),
                            Stream.concat(
                                    licence.all("license_ref").stream().map(XmlElement::text),
                                    licence.all("ext-link").stream().map(e -> e.attribute("href"))))
                    .filter(a -> a.startsWith("http"))
                    .findFirst();
            var words = licence.text();
            var said = address.orElse(words.length() > 200 ? words.substring(0, 200) + "…" : words);
            if (!said.isBlank()) {
                return said;
            }
        }
        return permissions.child("copyright-statement").map(XmlElement::text).orElse("");
    }
}
