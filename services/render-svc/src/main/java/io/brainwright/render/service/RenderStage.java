package io.brainwright.render.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.render.model.scenefile.SceneReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws one picture; its dataset holds one PNG or SVG. */
public final class RenderStage implements Stage<RenderRequest> {
    private static final String OURS = "drawn by render-svc";

    /** The files that a picture dataset holds. */
    public static final TableSchema IMAGES = new TableSchema(
            "images",
            List.of(
                    Column.of("name", ColumnType.TEXT, "1", "file name", OURS),
                    Column.of("media_type", ColumnType.TEXT, "1", "e.g. image/png", OURS),
                    Column.of("width", ColumnType.I32, "px", "width", OURS),
                    Column.of("height", ColumnType.I32, "px", "height", OURS),
                    Column.of("bytes", ColumnType.BYTES, "1", "the file", OURS)));

    @Override
    public String name() {
        return "render";
    }

    @Override
    public int version() {
        return 3; // 3: plots by JFreeChart with a caption, letters as one outline per line
    }

    @Override
    public RenderRequest emptyRequest() {
        return RenderRequest.getDefaultInstance();
    }

    @Override
    public RenderRequest complete(RenderRequest request) {
        return RenderRequests.complete(request);
    }

    @Override
    public List<DatasetId> inputs(RenderRequest request) {
        if (request.hasEncoding()) {
            return List.of(id(request.getEncoding().getFrames()));
        }
        if (request.hasScene()) {
            return DatasetSources.ids(SceneReader.read(request.getScene().getScene()));
        }
        var ids = new ArrayList<DatasetId>();
        if (request.hasCells()) {
            ids.add(id(request.getCells()));
        }
        if (request.hasMorphologies()) {
            ids.add(id(request.getMorphologies()));
        }
        if (request.hasSimulation()) {
            ids.add(id(request.getSimulation()));
        }
        if (request.getStill().hasVessels()) {
            ids.add(id(request.getStill().getVessels()));
        }
        if (request.getRaster().hasControl()) {
            ids.add(id(request.getRaster().getControl()));
        }
        return ids;
    }

    @Override
    public List<TableSchema> tables(RenderRequest request) {
        return List.of(IMAGES);
    }

    @Override
    public String unit() {
        return "pictures";
    }

    @Override
    public String verb() {
        return "drew";
    }

    @Override
    public List<ChunkSpec> chunks(RenderRequest request, Datasets inputs) {
        if (request.hasScene()) {
            return SceneFrameChunks.chunks(request.getScene(), inputs);
        }
        if (request.hasEncoding()) {
            return List.of(new ChunkSpec(0, "movie", 0, 1, 1));
        }
        var name = request.hasPlot() ? "plot" : request.hasRaster() ? "raster" : "column";
        return List.of(new ChunkSpec(0, name, 0, 1, 1));
    }

    @Override
    public void make(RenderRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        out.progress(0, chunk.label());
        if (request.hasEncoding()) {
            Encodings.make(request, inputs, out);
            return;
        }
        if (request.hasScene()) {
            SceneFrameChunks.make(request.getScene(), chunk, inputs, out);
            return;
        }
        if (request.hasStill()) {
            var image = Pictures.still(request, inputs);
            write(chunk.label() + ".png", "image/png", image.getWidth(), image.getHeight(), png(image), out);
            return;
        }
        var sheet = request.hasPlot() ? PlotPictures.sheet(request) : Pictures.raster(request, inputs);
        var format = request.hasPlot()
                ? request.getPlot().getFormat()
                : request.getRaster().getFormat();
        boolean svg = format.equals("svg");
        write(
                chunk.label() + (svg ? ".svg" : ".png"),
                svg ? "image/svg+xml" : "image/png",
                request.getWidthPx(),
                request.getHeightPx(),
                svg ? sheet.svg() : png(sheet.image()),
                out);
    }

    private static void write(String name, String type, int width, int height, byte[] bytes, ChunkSink out) {
        out.write(Batch.of(
                IMAGES, new String[] {name}, new String[] {type}, new int[] {width}, new int[] {height}, new byte[][] {
                    bytes
                }));
        out.progress(1, "");
    }

    static DatasetId id(DatasetRef ref) {
        return new DatasetId(ref.getId());
    }

    static byte[] png(BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.setUseCache(false);
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this Java has no PNG writer");
            }
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
