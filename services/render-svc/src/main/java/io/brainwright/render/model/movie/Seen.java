package io.brainwright.render.model.movie;

import io.brainwright.render.model.scene.LitCells;
import io.brainwright.render.model.scenefile.Scene;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A picture and what is to be seen on it, so that whoever made it can judge it without eyes.
 *
 * @param image the picture
 * @param pixels_by_layer pixels that show each layer of the scene
 * @param pixels_by_cell pixels that show each cell, the most visible first, at most twenty
 * @param cells_seen how many cells have a pixel
 * @param background share of pixels that show nothing
 * @param luminance mean over all pixels, 0..1
 * @param brightest the brightest percent of pixels has at least this luminance
 */
public record Seen(
        BufferedImage image,
        Map<String, Integer> pixels_by_layer,
        Map<Long, Integer> pixels_by_cell,
        int cells_seen,
        double background,
        double luminance,
        double brightest) {
    private static final int MOST = 20;

    static Seen on(LitCells.Photo photo, Drawing drawing, Scene scene) {
        var layers = new LinkedHashMap<String, Integer>();
        scene.layers().stream()
                .filter(l -> !l.type().equals("atlas-region") && !l.type().equals("label"))
                .forEach(l -> layers.put(l.id(), 0));
        var cells = new TreeMap<Long, Integer>();
        int empty = 0;
        for (int shown : photo.shown()) {
            if (shown == -1) {
                empty++;
                continue;
            }
            var strokes = shown >= 0 ? drawing.solid() : drawing.veil();
            int capsule = shown >= 0 ? shown : -2 - shown;
            layers.merge(scene.layers().get(strokes.layer(capsule)).id(), 1, Integer::sum);
            cells.merge(strokes.node(capsule), 1, Integer::sum);
        }
        var most = new LinkedHashMap<Long, Integer>();
        List<Map.Entry<Long, Integer>> sorted = cells.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .toList();
        sorted.forEach(e -> most.put(e.getKey(), e.getValue()));
        double[] light = luminance(photo.image());
        double mean = java.util.Arrays.stream(light).average().orElse(0);
        java.util.Arrays.sort(light);
        return new Seen(
                photo.image(),
                layers,
                most,
                cells.size(),
                (double) empty / photo.shown().length,
                mean,
                light[(int) (0.99 * (light.length - 1))]);
    }

    /** Rec. 709 weights on the display values. */
    private static double[] luminance(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        double[] light = new double[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            light[i] = (0.2126 * (rgb[i] >> 16 & 255) + 0.7152 * (rgb[i] >> 8 & 255) + 0.0722 * (rgb[i] & 255)) / 255;
        }
        return light;
    }
}
