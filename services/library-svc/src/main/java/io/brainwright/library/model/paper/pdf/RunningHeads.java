package io.brainwright.library.model.paper.pdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines that stand at the top or bottom of many pages: journal names, page numbers. */
final class RunningHeads {
    /** chosen: two lines, in points. */
    private static final double NEAR = 26;

    private static final int PAGES = 3;

    private RunningHeads() {}

    /** Takes them out of the lines of all pages; gives how many they were. */
    static int remove(List<List<TextLine>> pages) {
        if (pages.size() < PAGES) {
            return 0;
        }
        double top = pages.stream()
                .flatMap(List::stream)
                .mapToDouble(TextLine::y)
                .min()
                .orElse(0);
        double bottom = pages.stream()
                .flatMap(List::stream)
                .mapToDouble(TextLine::y)
                .max()
                .orElse(0);
        if (bottom - top < 4 * NEAR) {
            return 0; // pages of a few lines have no margins
        }
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (int p = 0; p < pages.size(); p++) {
            for (var line : edges(pages.get(p), top, bottom)) {
                seen.computeIfAbsent(shape(line), _ -> new HashSet<>()).add(p);
            }
        }
        int removed = 0;
        for (var page : pages) {
            var heads = edges(page, top, bottom).stream()
                    .filter(l -> l.text().matches("\\W*\\d{1,5}\\W*")
                            || seen.getOrDefault(shape(l), Set.of()).size() >= PAGES)
                    .toList();
            removed += heads.size();
            page.removeAll(heads);
        }
        return removed;
    }

    /** Lines of a page near the highest or the lowest line of all pages. */
    private static List<TextLine> edges(List<TextLine> page, double top, double bottom) {
        return page.stream()
                .filter(l -> l.y() <= top + NEAR || l.y() >= bottom - NEAR)
                .toList();
    }

    /** Its words with every number alike, and its height: page numbers change, their place does not. */
    private static String shape(TextLine line) {
        return line.text().replaceAll("\\d+", "0") + "@" + Math.round(line.y() / 4);
    }
}
