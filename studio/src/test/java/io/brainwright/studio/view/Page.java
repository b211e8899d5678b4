package io.brainwright.studio.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What every page of the studio must keep to, measured in the browser itself. */
final class Page {
    /** WCAG 2.2, 1.4.3 (AA), for text of any size. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final Set<String> NO_ROLE = Set.of("", "none", "generic", "unknown");

    private Page() {}

    /** Everything that takes the focus has a name and a role in the tree that the browser gives to screen readers. */
    static void isReadToThoseWhoDoNotSee(Tab tab) {
        tab.driver().executeCdpCommand("Accessibility.enable", Map.of());
        var nodes = (List<?>) tab.driver()
                .executeCdpCommand("Accessibility.getFullAXTree", Map.of())
                .get("nodes");
        var nameless = new ArrayList<String>();
        int controls = 0;
        for (var one : Objects.requireNonNull(nodes)) {
            var node = (Map<?, ?>) Objects.requireNonNull(one);
            boolean ignored = Boolean.TRUE.equals(node.get("ignored"));
            var role = value(node.get("role"));
            if (ignored || !focusable(node) || role.equals("RootWebArea")) {
                continue;
            }
            controls++;
            if (value(node.get("name")).isBlank() || NO_ROLE.contains(role)) {
                nameless.add("%s '%s' %s".formatted(role, value(node.get("name")), html(tab, node)));
            }
        }
        assertThat(nameless).isEmpty();
        assertThat(controls).as("controls").isGreaterThan(8);
        assertThat(tab.number("return document.querySelectorAll('main h1').length"))
                .isEqualTo(1);
        assertThat(tab.list("""
                const seen = new Map();
                for (const e of document.querySelectorAll('[id]')) seen.set(e.id, (seen.get(e.id) || 0) + 1);
                return [...seen].filter(([, n]) => n > 1).map(([id]) => id);""")).as("ids used twice").isEmpty();
    }

    private static boolean focusable(Map<?, ?> node) {
        return node.get("properties") instanceof List<?> all
                && all.stream()
                        .map(p -> (Map<?, ?>) Objects.requireNonNull(p))
                        .anyMatch(p -> "focusable".equals(p.get("name"))
                                && p.get("value") instanceof Map<?, ?> v
                                && Boolean.TRUE.equals(v.get("value")));
    }

    private static String html(Tab tab, Map<?, ?> node) {
        var found = tab.driver()
                .executeCdpCommand(
                        "DOM.resolveNode",
                        Map.of("backendNodeId", Objects.requireNonNull(node.get("backendDOMNodeId"))));
        var id = ((Map<?, ?>) Objects.requireNonNull(found.get("object"))).get("objectId");
        var text = tab.driver()
                .executeCdpCommand(
                        "Runtime.callFunctionOn",
                        Map.of(
                                "objectId",
                                Objects.requireNonNull(id),
                                "functionDeclaration",
                                "function() { return this.outerHTML.slice(0, 160); }"));
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(text.get("result"))).get("value"));
    }

    private static String value(@org.jspecify.annotations.Nullable Object of) {
        return of instanceof Map<?, ?> map && map.get("value") != null ? String.valueOf(map.get("value")) : "";
    }

    /** Every text stands out from what lies behind it. */
    static void isReadable(Tab tab) {
        assertThat((List<?>) tab.driver().executeScript(script("contrast.js"), LEAST_CONTRAST))
                .isEmpty();
    }

    /** Nothing reaches beyond the right edge of the screen. */
    static void fitsTheWidth(Tab tab) {
        assertThat((List<?>) tab.driver().executeScript(script("sideways.js"))).isEmpty();
    }

    private static String script(String name) {
        try (var in = Page.class.getResourceAsStream("/browser/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
