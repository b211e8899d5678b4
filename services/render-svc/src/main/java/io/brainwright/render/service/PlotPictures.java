package io.brainwright.render.service;

import io.brainwright.proto.fabric.v1.Series;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.render.model.plot.Canvas;
import io.brainwright.render.model.plot.Curve;
import io.brainwright.render.model.plot.NumberPlot;
import io.brainwright.render.model.plot.NumberPlot.Drawing;
import io.brainwright.render.model.plot.PixelCanvas;
import io.brainwright.render.model.plot.SvgCanvas;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Plots of the numbers in a request. */
final class PlotPictures {
    static final List<String> DRAWINGS = Arrays.stream(Drawing.values())
            .map(d -> d.name().toLowerCase(Locale.ROOT))
            .toList();

    private PlotPictures() {}

    static BufferedImage png(RenderRequest request) {
        var canvas = new PixelCanvas(request.getWidthPx(), request.getHeightPx());
        draw(request, canvas);
        return canvas.image();
    }

    static byte[] svg(RenderRequest request) {
        var canvas = new SvgCanvas(request.getWidthPx(), request.getHeightPx());
        draw(request, canvas);
        return canvas.document().getBytes(StandardCharsets.UTF_8);
    }

    private static void draw(RenderRequest request, Canvas canvas) {
        var plot = request.getPlot();
        var first = plot.getSeries(0);
        new NumberPlot(canvas, request.getWidthPx(), request.getHeightPx())
                .draw(
                        Drawing.valueOf(plot.getDrawing().toUpperCase(Locale.ROOT)),
                        plot.getTitle(),
                        first.getXLabel(),
                        first.getYLabel(),
                        plot.getSeriesList().stream().map(PlotPictures::curve).toList(),
                        plot.getMarkMsList(),
                        plot.getYDown());
    }

    private static Curve curve(Series s) {
        return new Curve(
                s.getGroup(),
                s.getXList().stream().mapToDouble(Double::doubleValue).toArray(),
                s.getYList().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
