package io.brainwright.studio.web.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes a page that the scientist asked for in words; never over one that is there. */
@Component
public final class PageWriter {
    private final PageFiles files;

    PageWriter(PageFiles files) {
        this.files = files;
    }

    /**
     * What came of words that ask for a page.
     *
     * @param text what is said to the scientist
     * @param path address of the page; empty where none was written
     * @param suggestions words that would be understood
     */
    public record Written(String text, String path, List<String> suggestions) {}

    /** Writes the page that words ask for; empty where they ask for none. */
    public Optional<Written> write(String words) {
        return PageRequest.read(words).map(this::written);
    }

    private Written written(PageRequest request) {
        if (request.parts().isEmpty()) {
            return new Written(
                    "Which panels shall stand on the page? There are: "
                            + String.join(
                                    ", ",
                                    java.util.Arrays.stream(PanelWord.values())
                                            .map(w -> w.title().toLowerCase(Locale.ROOT))
                                            .distinct()
                                            .toList())
                            + ".",
                    "",
                    List.of("Make me a page with the raster above and the 3D view of layer 5 below"));
        }
        var layout = PageLayout.of(request);
        var name = freeName(layout.path("title").asString());
        files.write(name, layout);
        return new Written(
                "The page \"%s\" is written; it stands under Your pages. Its file is pages/%s.json in your workspace: change it, and the page follows."
                        .formatted(layout.path("title").asString(), name),
                "/my/" + name,
                List.of());
    }

    private String freeName(String title) {
        var stem = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        stem = stem.isEmpty()
                ? "page"
                : stem.substring(0, Math.min(50, stem.length())).replaceAll("-$", "");
        var taken = files.all().stream().map(Layout::name).toList();
        var name = stem;
        for (int i = 2; taken.contains(name); i++) {
            name = stem + "-" + i;
        }
        return name;
    }
}
