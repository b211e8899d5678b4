package io.brainwright.studio.web.pages;

import io.brainwright.studio.web.pages.PageRequest.Part;
import io.brainwright.studio.web.pages.PageRequest.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lays the panels of a {@link PageRequest} out as a grid: what stands above first, then what stands nowhere in particular, then what stands below. */
final class PageLayout {
    private static final Pattern LAYERS = Pattern.compile(
            "\\b(?:layers?|L)\\s*([1-6](?:\\s*(?:,|and|to|-|/)\\s*[1-6])*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLOUR =
            Pattern.compile("\\bcolou?red? by (?:the )?([a-z-]+(?: (?:type|class))?)", Pattern.CASE_INSENSITIVE);

    private PageLayout() {}

    static ObjectNode of(PageRequest request) {
        var page = JsonMapper.shared().createObjectNode();
        page.put("schema", "brainwright-page/1").put("title", title(request));
        var parts = new ArrayList<>(request.parts());
        boolean needsTime = parts.stream().anyMatch(p -> p.kind().isOfARun())
                && parts.stream().noneMatch(p -> p.kind() == PanelWord.TIME);
        if (needsTime) {
            parts.addFirst(new Part(PanelWord.TIME, "", Place.ANYWHERE, ""));
        }
        var names = names(parts);
        var areas = page.putArray("areas");
        rows(parts, names, needsTime).forEach(areas::add);
        var panels = page.putArray("panels");
        for (int i = 0; i < parts.size(); i++) {
            panel(panels.addObject(), parts.get(i), names.get(i));
        }
        return page;
    }

    private static String title(PageRequest request) {
        if (!request.title().isEmpty()) {
            return request.title();
        }
        var words =
                request.parts().stream().map(p -> p.kind().title()).distinct().toList();
        var title = String.join(", ", words);
        return title.length() <= 60 ? title : title.substring(0, 59) + "…";
    }

    private static List<String> names(List<Part> parts) {
        var names = new ArrayList<String>();
        for (var part : parts) {
            var kind = part.kind().kind();
            long before = names.stream()
                    .filter(n -> n.equals(kind) || n.startsWith(kind + "-"))
                    .count();
            names.add(before == 0 ? kind : kind + "-" + (before + 1));
        }
        return names;
    }

    private static List<String> rows(List<Part> parts, List<String> names, boolean timeFirst) {
        var above = new ArrayList<List<String>>();
        var middle = new ArrayList<List<String>>();
        var below = new ArrayList<List<String>>();
        var left = new ArrayList<String>();
        var right = new ArrayList<String>();
        List<String> last = new ArrayList<>();
        for (int i = timeFirst ? 1 : 0; i < parts.size(); i++) {
            var name = names.get(i);
            switch (parts.get(i).place()) {
                case ABOVE -> above.add(last = row(name));
                case BELOW -> below.add(last = row(name));
                case ANYWHERE -> middle.add(last = row(name));
                case LEFT -> left.add(name);
                case RIGHT -> right.add(name);
                case BESIDE -> {
                    if (last.isEmpty()) {
                        middle.add(last = row(name));
                    } else {
                        last.add(name);
                    }
                }
            }
        }
        middle.addAll(columns(left, right));
        var all = new ArrayList<List<String>>();
        if (timeFirst) {
            all.add(row(names.getFirst()));
        }
        all.addAll(above);
        all.addAll(middle);
        all.addAll(below);
        return padded(all);
    }

    private static List<String> row(String name) {
        return new ArrayList<>(List.of(name));
    }

    /** Two columns; the shorter one's last panel reaches down to the end. */
    private static List<List<String>> columns(List<String> left, List<String> right) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            var row = new ArrayList<String>();
            if (!left.isEmpty()) {
                row.add(left.get(Math.min(i, left.size() - 1)));
            }
            if (!right.isEmpty()) {
                row.add(right.get(Math.min(i, right.size() - 1)));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Rows of equal length: each panel takes its share of the columns. */
    private static List<String> padded(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).reduce(1, PageLayout::leastCommonMultiple);
        return rows.stream()
                .map(row -> {
                    var cells = new ArrayList<String>();
                    row.forEach(name -> cells.addAll(java.util.Collections.nCopies(columns / row.size(), name)));
                    return String.join(" ", cells);
                })
                .toList();
    }

    private static int leastCommonMultiple(int a, int b) {
        int high = Math.max(a, b);
        int multiple = high;
        while (multiple % a != 0 || multiple % b != 0) {
            multiple += high;
        }
        return multiple;
    }

    private static void panel(ObjectNode panel, Part part, String area) {
        panel.put("kind", part.kind().kind()).put("area", area);
        if (part.kind() == PanelWord.TIME) {
            panel.put("frame", false);
            return;
        }
        var layers = layers(part.about());
        var of = String.join(", ", layers.stream().map(String::valueOf).toList());
        boolean some = part.kind() == PanelWord.SCENE && !layers.isEmpty();
        panel.put("title", some ? "Layer " + of + " in 3D" : part.kind().title());
        if (part.kind() == PanelWord.SCENE) {
            view(panel, part.about(), layers);
        } else if (part.kind() == PanelWord.TABLE) {
            panel.put("source", "cells");
        } else if (part.kind() == PanelWord.TEXT) {
            panel.put("text", "Write here: this page is the file pages/NAME.json of your workspace.");
        }
    }

    private static void view(ObjectNode panel, String about, List<Integer> layers) {
        var colour = COLOUR.matcher(about);
        boolean bare = about.toLowerCase(Locale.ROOT).contains("without axons");
        var hasColour = colour.find();
        if (layers.isEmpty() && !hasColour && !bare) {
            return;
        }
        var view = panel.putObject("view");
        if (!layers.isEmpty()) {
            var list = view.putArray("layers");
            layers.forEach(list::add);
        }
        if (hasColour) {
            view.put("colour", colour(colour.group(1)));
        }
        if (bare) {
            view.put("axons", false);
        }
    }

    private static String colour(String words) {
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "kind", "type", "neurite" -> "type";
            case "m-type", "mtype", "cell type" -> "mtype";
            case "e-type", "etype" -> "etype";
            case "class", "synapse class" -> "synapse_class";
            default -> words.toLowerCase(Locale.ROOT).replace(' ', '_');
        };
    }

    /** "layers 2 to 4 and 6" is 2, 3, 4, 6. */
    private static List<Integer> layers(String about) {
        var found = LAYERS.matcher(about);
        var layers = new TreeSet<Integer>();
        while (found.find()) {
            int before = 0;
            boolean span = false;
            for (var word : found.group(1).split("\\s*(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)\\s*", -1)) {
                var w = word.strip();
                if (w.matches("[1-6]")) {
                    int layer = Integer.parseInt(w);
                    for (int l = span ? before : layer; l <= layer; l++) {
                        layers.add(l);
                    }
                    before = layer;
                    span = false;
                } else {
                    span = w.equals("to") || w.equals("-");
                }
            }
        }
        return List.copyOf(layers);
    }
}
