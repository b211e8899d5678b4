package io.brainwright.render.service;

import io.brainwright.proto.fabric.v1.Series;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.render.model.plot.Band;
import io.brainwright.render.model.plot.Curve;
import io.brainwright.render.model.plot.Drawing;
import io.brainwright.render.model.plot.Figure;
import io.brainwright.render.model.plot.Sheet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Plots of the numbers in a request. */
final class PlotPictures {
    static final List<String> DRAWINGS = Arrays.stream(Drawing.values())
            .map(d -> d.name().toLowerCase(Locale.ROOT))
            .toList();

    private PlotPictures() {}

    static Sheet sheet(RenderRequest request) {
        var plot = request.getPlot();
        var first = plot.getSeries(0);
        var figure = new Figure(
                Drawing.valueOf(plot.getDrawing().toUpperCase(Locale.ROOT)),
                plot.getTitle(),
                plot.getCaption(),
                first.getXLabel(),
                first.getYLabel(),
                plot.getZLabel(),
                plot.getSeriesList().stream().map(PlotPictures::curve).toList(),
                plot.getMarkMsList(),
                plot.getYDown(),
                plot.getBesideList().stream().map(PlotPictures::curve).toList(),
                plot.getBandsList().stream()
                        .map(b -> new Band(b.getFrom(), b.getTo(), b.getName()))
                        .toList());
        return Sheet.of(figure, request.getWidthPx(), request.getHeightPx());
    }

    private static Curve curve(Series s) {
        return new Curve(
                s.getGroup(),
                s.getXList().stream().mapToDouble(Double::doubleValue).toArray(),
                s.getYList().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
