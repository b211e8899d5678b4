package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Picture sizes by name: 1080p, 4K, 1920x1080. */
final class Resolutions {
    private static final Map<String, List<Integer>> NAMES = Map.of(
            "720p", List.of(1280, 720),
            "1080p", List.of(1920, 1080),
            "1440p", List.of(2560, 1440),
            "2160p", List.of(3840, 2160),
            "4k", List.of(3840, 2160),
            "2k", List.of(2560, 1440),
            "8k", List.of(7680, 4320),
            "uhd", List.of(3840, 2160));
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?<![\\p{L}\\d])(720|1080|1440|2160)\\s?p(?![\\p{L}\\d])|(?<![\\p{L}\\d])(2|4|8)\\s?k(?![\\p{L}\\d])|\\b(full hd|hd|uhd)\\b");
    private static final Pattern PIXELS =
            Pattern.compile("(?<![\\d.,])(\\d{3,5})\\s?(?:x|×|by|auf|par|por)\\s?(\\d{3,5})(?![\\d.,])");

    private Resolutions() {}

    static List<Integer> in(Utterance u) {
        var pixels = PIXELS.matcher(u.read());
        if (pixels.find()) {
            explain(u, pixels.start(), pixels.end());
            return List.of(Integer.valueOf(pixels.group(1)), Integer.valueOf(pixels.group(2)));
        }
        var named = NAMED.matcher(u.read());
        if (!named.find()) {
            return List.of();
        }
        explain(u, named.start(), named.end());
        var name = named.group().toLowerCase(java.util.Locale.ROOT).replace(" ", "");
        return name.equals("fullhd")
                ? List.of(1920, 1080)
                : name.equals("hd") ? List.of(1280, 720) : NAMES.getOrDefault(name, List.of());
    }

    private static void explain(Utterance u, int start, int end) {
        for (int i = 0; i < u.size(); i++) {
            var word = u.words().get(i);
            if (word.start() >= start && word.end() <= end) {
                u.explain(i, i + 1);
            }
        }
    }

    /** Whether a number of the words belongs to a picture size. */
    static boolean covers(Utterance u, int start, int end) {
        for (var pattern : List.of(PIXELS, NAMED)) {
            var m = pattern.matcher(u.read());
            while (m.find()) {
                if (m.start() <= start && end <= m.end()) {
                    return true;
                }
            }
        }
        return false;
    }
}
