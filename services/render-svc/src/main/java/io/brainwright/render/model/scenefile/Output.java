package io.brainwright.render.model.scenefile;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * What files come of it.
 *
 * @param quality "draft" (one sample a pixel, no shadows) or "final"
 */
public record Output(String still, Movie movie, String quality) {
    public Output(@Nullable String still, @Nullable Movie movie, @Nullable String quality) {
        this.still = still == null ? "png" : still;
        this.movie = movie == null ? new Movie(null, null, null) : movie;
        this.quality = quality == null ? "final" : quality;
    }

    /** Container, codec and quality (lower is better) of the movie. */
    public record Movie(String container, String codec, int crf) {
        @JsonCreator
        public Movie(@Nullable String container, @Nullable String codec, @Nullable Integer crf) {
            this(
                    container == null ? "mp4" : container,
                    codec == null ? ("webm".equals(container) ? "vp9" : "h264") : codec,
                    crf == null ? 20 : crf.intValue());
        }
    }
}
