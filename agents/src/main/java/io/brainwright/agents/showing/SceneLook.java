package io.brainwright.agents.showing;

import io.brainwright.proto.render.v1.LookResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A scene as it looks: a thumbnail, and a table of what is to be seen on it.
 *
 * @param png at most 640 x 360 pixels
 * @param layers pixels by layer of the scene, as share of the picture
 * @param cells pixels of the most visible cells, as share of the picture
 * @param cells_seen cells with at least one pixel
 * @param background share of pixels that show nothing
 * @param luminance mean, 0 to 1
 * @param brightest the brightest percent of pixels has at least this luminance
 * @param time_ms simulated moment shown
 * @param frames of the whole movie
 */
public record SceneLook(
        byte[] png,
        List<Row> layers,
        List<Row> cells,
        int cells_seen,
        double background,
        double luminance,
        double brightest,
        double time_ms,
        int frames) {
    private static final int TOLD_CELLS = 5;

    /** Something visible. */
    public record Row(String what, int pixels, double share) {}

    static SceneLook of(LookResponse seen) {
        double pixels = pixels(seen);
        return new SceneLook(
                seen.getPng().toByteArray(),
                rows(seen.getPixelsByLayerMap(), pixels, ""),
                rows(seen.getPixelsByCellMap(), pixels, "cell "),
                seen.getCellsSeen(),
                seen.getBackground(),
                seen.getLuminance(),
                seen.getBrightest(),
                seen.getTimeMs(),
                seen.getFrames());
    }

    /** The table as lines of text. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(text(
                "at %.2f ms of %d frames: %d cells visible, %.0f %% of the picture empty, mean luminance %.2f",
                time_ms, frames, cells_seen, 100 * background, luminance));
        layers.forEach(r -> lines.add(text("%-18s %8d px %6.2f %%", r.what(), r.pixels(), 100 * r.share())));
        cells.stream()
                .limit(TOLD_CELLS)
                .forEach(r -> lines.add(text("%-18s %8d px %6.2f %%", r.what(), r.pixels(), 100 * r.share())));
        return lines;
    }

    /** What a chat model is told: everything but the picture. */
    public Map<String, Object> table() {
        return Map.of(
                "lines",
                lines(),
                "cells_seen",
                cells_seen,
                "background",
                background,
                "luminance",
                luminance,
                "time_ms",
                time_ms,
                "frames",
                frames);
    }

    private static double pixels(LookResponse seen) {
        long drawn = seen.getPixelsByLayerMap().values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        return seen.getBackground() < 1 ? Math.max(1, drawn / (1 - seen.getBackground())) : 1;
    }

    private static <K extends Comparable<K>> List<Row> rows(Map<K, Integer> counts, double pixels, String before) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> new Row(before + e.getKey(), e.getValue(), e.getValue() / pixels))
                .toList();
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
