package io.brainwright.agents.notebook.export;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * An entry as one file of HTML: pictures and style within, no script, nothing fetched from anywhere.
 *
 * <p>What stands in the page's Markdown as HTML is shown as text. Links to files beside the page, which would not travel with
 * it, are left as their words.
 */
final class HtmlPage {
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    private HtmlPage() {}

    static String of(Entry entry) {
        var page = Parser.builder().extensions(TABLES).build().parse(entry.page());
        page.accept(new Inlining(entry.folder()));
        var body = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .build()
                .render(page)
                .replace("<table>", "<div class=\"wide\"><table>")
                .replace("</table>", "</table></div>");
        return template().replace("{{title}}", escaped(entry.name())).replace("{{body}}", body);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String template() {
        try (var in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream("page.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Takes pictures into the page and links to local files out of it. */
    private static final class Inlining extends AbstractVisitor {
        private final Path folder;

        Inlining(Path folder) {
            this.folder = folder.toAbsolutePath().normalize();
        }

        @Override
        public void visit(Image image) {
            var type = image.getDestination().endsWith(".svg") ? "svg+xml" : "png";
            image.setDestination("data:image/%s;base64,".formatted(type)
                    + Base64.getEncoder().encodeToString(bytes(image)));
            visitChildren(image);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!link.getDestination().startsWith("https://")
                    && !link.getDestination().startsWith("http://")) {
                Node child = link.getFirstChild();
                while (child != null) {
                    var next = child.getNext();
                    link.insertBefore(child);
                    child = next;
                }
                link.unlink();
            }
        }

        private byte[] bytes(Image image) {
            var name = URLDecoder.decode(image.getDestination(), StandardCharsets.UTF_8);
            var file = folder.resolve(name).normalize();
            try {
                if (file.startsWith(folder) && name.matches(".*\\.(png|svg)") && Files.isRegularFile(file)) {
                    return Files.readAllBytes(file);
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            throw new Problem(
                    Kind.NOT_FOUND,
                    "PICTURE_MISSING",
                    "The page shows the picture %s, which is no PNG or SVG file of the entry.".formatted(name),
                    "Run the entry again, so that it is drawn anew.",
                    Map.of("picture", name));
        }
    }
}
