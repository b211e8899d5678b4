package io.brainwright.studio.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The words that name a panel. Where two fit at one place the longer one holds. */
enum PanelWord {
    SPIKES("spikes", "Spike table", "spike table|table of (?:the )?spikes"),
    RASTER("raster", "Spikes", "raster(?: plot)?|spike raster"),
    RATE("rate", "Population rate", "(?:population |firing )?rates?|psth"),
    TRACES(
            "traces",
            "Membrane voltage",
            "(?:voltage |membrane |somatic )?traces?|membrane (?:voltages?|potentials?)|voltages"),
    LFP("lfp", "Field potential", "lfps?|(?:local )?field potentials?|extracellular potentials?"),
    SCENE("scene", "3D view", "3-?d(?: view| picture)?|three dimensions|scene|circuit view"),
    TIME("time", "Time", "time ?bar|time ?line"),
    SLICES("slices", "Slice", "(?:atlas )?slices?"),
    DEPTHS("depths", "Density by depth", "density by depth|depth (?:profile|density)|densit(?:y|ies)"),
    CELLS("cells", "Placed cells", "placed cells|cell (?:positions|dots)"),
    GALLERY("gallery", "Grown cells", "gallery|grown cells"),
    REGIONS("regions", "Regions", "regions|region (?:tree|list)"),
    TABLE("table", "Cells", "(?:cell table|table of (?:the )?cells)"),
    CHAT("chat", "Talk", "chat|talk|conversation"),
    PLAN("plan", "Plan", "plan(?: card)?"),
    PROGRESS("progress", "Run", "progress(?: bar)?"),
    ENTRIES("entries", "Notebook", "notebook|entries"),
    SEARCH("search", "Search", "search|library"),
    TEXT("text", "Notes", "notes?|text");

    private final String kind;
    private final String title;
    private final Pattern words;

    PanelWord(String kind, String title, String words) {
        this.kind = kind;
        this.title = title;
        this.words = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /** Kind of the panel in a layout. */
    String kind() {
        return kind;
    }

    /** Title of the panel. */
    String title() {
        return title;
    }

    /** Whether it shows something of a run, on the shared time. */
    boolean isOfARun() {
        return this == SPIKES || this == RASTER || this == RATE || this == TRACES || this == LFP || this == SCENE;
    }

    /** Where in a text a panel is named. */
    record Hit(PanelWord kind, int start, int end) {}

    /** All panels that a text names, in its order, none over another. */
    static List<Hit> hits(String text) {
        var all = new ArrayList<Hit>();
        for (var word : values()) {
            var found = word.words.matcher(text);
            while (found.find()) {
                all.add(new Hit(word, found.start(), found.end()));
            }
        }
        all.sort(Comparator.comparingInt((Hit h) -> h.start() - h.end()).thenComparingInt(Hit::start));
        var kept = new ArrayList<Hit>();
        for (var hit : all) {
            if (kept.stream().noneMatch(k -> hit.start() < k.end() && k.start() < hit.end())) {
                kept.add(hit);
            }
        }
        kept.sort(Comparator.comparingInt(Hit::start));
        return kept;
    }
}
