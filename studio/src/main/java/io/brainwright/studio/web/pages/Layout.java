package io.brainwright.studio.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A page as it is offered: a layout that can be drawn, or what is wrong with its file.
 *
 * @param name last part of its address
 * @param own whether the scientist wrote it
 * @param title what the navigation shows
 * @param layout the file's content; null where it is no JSON
 * @param faults what is wrong, each with a JSON pointer; empty where the page can be drawn
 */
public record Layout(
        String name, boolean own, String title, @Nullable JsonNode layout, List<Fault> faults) {
    public Layout {
        faults = List.copyOf(faults);
    }

    /**
     * One fault.
     *
     * @param pointer where in the file, a JSON pointer; "" is the whole
     * @param fault what is wrong and what would be right
     */
    public record Fault(String pointer, String fault) {}
}
