package io.brainwright.render.film;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a movie is encoded. H.264 comes from OpenH264, VP9 from libvpx, AV1 from SVT-AV1; the sound is AAC in MP4 and Opus in WebM.
 *
 * @param container "mp4" or "webm"
 * @param codec "h264", "vp9" or "av1"
 * @param crf lower is better; OpenH264 has no such knob and gets a bit rate instead
 */
public record MovieFormat(String container, String codec, int crf, int width_px, int height_px, double fps) {
    /** chosen: at crf 20, 0.12 bit a pixel; six steps of crf are a factor of two, as in x264. */
    private static final double BITS_PER_PIXEL = 0.12;

    List<String> command(List<String> ffmpeg, Path movie, @Nullable Path sound) {
        var c = new ArrayList<>(ffmpeg);
        c.addAll(List.of("-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgr24"));
        c.addAll(List.of("-s", width_px + "x" + height_px, "-r", String.valueOf(fps), "-i", "pipe:0"));
        if (sound != null) {
            c.addAll(List.of("-i", sound.toString()));
        }
        c.addAll(List.of("-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-pix_fmt", "yuv420p"));
        c.addAll(video());
        if (sound != null) {
            c.addAll(
                    container.equals("webm")
                            ? List.of("-c:a", "libopus", "-b:a", "128k")
                            : List.of("-c:a", "aac", "-b:a", "160k"));
        }
        if (container.equals("mp4")) {
            c.addAll(List.of("-movflags", "+faststart"));
        }
        c.addAll(List.of(
                "-threads",
                "1",
                "-fflags",
                "+bitexact",
                "-flags:v",
                "+bitexact",
                "-flags:a",
                "+bitexact",
                "-f",
                container));
        c.add(movie.toAbsolutePath().toString());
        return c;
    }

    private List<String> video() {
        return switch (codec) {
            case "vp9" ->
                List.of(
                        "-c:v",
                        "libvpx-vp9",
                        "-crf",
                        String.valueOf(crf + 10),
                        "-b:v",
                        "0",
                        "-deadline",
                        "good",
                        "-cpu-used",
                        "4");
            case "av1" -> List.of("-c:v", "libsvtav1", "-crf", String.valueOf(crf + 12), "-preset", "8");
            default -> {
                double bits = BITS_PER_PIXEL * width_px * height_px * fps * StrictMath.pow(2, (20 - crf) / 6.0);
                yield List.of(
                        "-c:v", "libopenh264", "-b:v", String.format(Locale.ROOT, "%.0f", Math.max(200_000, bits)));
            }
        };
    }
}
