package io.brainwright.library.model.paper.jats;

import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.library.model.reading.PassageWriter;
import io.brainwright.library.model.xml.XmlElement;
import io.brainwright.library.model.xml.XmlTree;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.InputStream;
import java.util.Map;

/** Reads a JATS article. */
public final class JatsReader {
    private JatsReader() {}

    /**
     * Reads it whole.
     *
     * @param in its bytes
     * @param file its name, for messages
     * @throws Problem INVALID where it is not well formed or no article
     */
    public static Parsed read(InputStream in, String file) {
        var root = XmlTree.read(in, file);
        var article = root.name().equals("article") ? root : firstArticle(root, file);
        var out = new PassageWriter(file);
        var front = article.child("front").or(() -> article.child("front-stub"));
        var text = new JatsText(out);
        front.flatMap(f -> f.child("article-meta")).ifPresent(meta -> front(meta, text, out));
        var body = new JatsBody(text, out);
        article.child("body").ifPresent(body::read);
        article.child("floats-group").ifPresent(body::read);
        article.child("back").ifPresent(body::read);
        article.children("sub-article").forEach(_ -> out.skip("sub-article: reviews and replies are not the paper"));
        article.children("response").forEach(_ -> out.skip("response: reviews and replies are not the paper"));
        if (article.child("body").isEmpty()) {
            out.odd("There is no body: this file holds the front matter only.");
        }
        return out.parsed(JatsFacts.of(article));
    }

    private static void front(XmlElement meta, JatsText text, PassageWriter out) {
        meta.child("title-group")
                .flatMap(g -> g.child("article-title"))
                .ifPresent(t -> out.write(PassageKind.TITLE, "", 0, text.of(t)));
        meta.children("abstract").forEach(a -> {
            if (a.attribute("abstract-type").equals("graphical")) {
                out.skip("graphical abstract");
            } else {
                out.enter(a.child("title").map(text::of).orElse("Abstract"));
                summary(a, text, out);
                out.leave();
            }
        });
        meta.children("trans-abstract").forEach(_ -> out.skip("abstract in another language"));
    }

    private static void summary(XmlElement around, JatsText text, PassageWriter out) {
        around.children().forEach(child -> {
            switch (child.name()) {
                case "p" -> out.write(PassageKind.ABSTRACT, child.attribute("id"), 0, text.of(child));
                case "sec" -> {
                    out.enter(child.child("title").map(text::of).orElse(""));
                    summary(child, text, out);
                    out.leave();
                }
                default -> {
                    // titles are read above; object-ids are not text
                }
            }
        });
    }

    private static XmlElement firstArticle(XmlElement root, String file) {
        return root.all("article").stream()
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Kind.INVALID,
                        "XML_IS_NO_ARTICLE",
                        "'%s' is XML, but its root is <%s> and it holds no <article>.".formatted(file, root.name()),
                        "Papers are read as JATS, whose root is <article>; other XML is not read.",
                        Map.of("file", file, "root", root.name())));
    }
}
