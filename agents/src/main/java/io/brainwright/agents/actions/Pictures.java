package io.brainwright.agents.actions;

import io.brainwright.agents.run.StepContext;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.proto.render.v1.RenderRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Has pictures drawn and writes them into the study's folder. */
final class Pictures {
    private static final double MM_PER_INCH = 25.4;
    private static final int DPI = 300;
    private static final double HEIGHT_OVER_WIDTH = 0.625;

    private Pictures() {}

    /** Draws one picture into a file of that name. */
    static Path draw(StepContext context, RenderRequest request, String file) {
        var made = context.build(
                file.replaceAll("[.](png|svg)$", "") + " picture",
                () -> context.services().render().build(request));
        var images = context.datasets().read(new DatasetId(made.getId()), "images");
        var path = context.folder().resolve(file);
        try {
            Files.write(path, images.blobs("bytes")[0]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        context.wrote(path.toString());
        return path;
    }

    /** Size in pixels: as said in pixels, or in mm and dots per inch. */
    static void size(JsonNode params, RenderRequest.Builder request) {
        var pixels = params.path("resolution");
        if (pixels.size() == 2) {
            request.setWidthPx(pixels.get(0).asInt()).setHeightPx(pixels.get(1).asInt());
        } else if (params.path("width_mm").isNumber()) {
            double width = params.path("width_mm").asDouble()
                    / MM_PER_INCH
                    * params.path("dpi").asInt(DPI);
            request.setWidthPx((int) Math.round(width)).setHeightPx((int) Math.round(width * HEIGHT_OVER_WIDTH));
        }
    }

    /** Words as a part of a file's name. */
    static String slug(String words) {
        return words.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^-|-$", "");
    }
}
