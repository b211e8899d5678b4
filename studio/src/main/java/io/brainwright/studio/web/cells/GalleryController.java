package io.brainwright.studio.web.cells;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The gallery of grown cells. */
@RestController
final class GalleryController {
    private final Gallery gallery;

    GalleryController(Gallery gallery) {
        this.gallery = gallery;
    }

    @GetMapping("/api/grown")
    List<Gallery.Row> rows() {
        return gallery.rows();
    }

    @GetMapping(value = "/api/grown/gallery.png", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] picture() {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(gallery.picture(), "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }
}
