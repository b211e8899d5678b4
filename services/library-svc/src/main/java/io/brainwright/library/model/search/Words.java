package io.brainwright.library.model.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts text into lower-case words. {@code L4}, {@code layer 4}, {@code layers.4} and {@code per_mm3.4} all say layer4. */
final class Words {
    private static final Pattern PARTS = Pattern.compile("[^a-z0-9]+");

    private Words() {}

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        String before = "";
        for (var part : PARTS.split(text.toLowerCase(Locale.ROOT), -1)) {
            if (part.isEmpty()) {
                continue;
            }
            if (part.matches("l[1-6]")) {
                words.add("layer" + part.charAt(1));
            } else if (part.equals("l23")) {
                words.addAll(List.of("l23", "layer2", "layer3"));
            } else if (part.matches("[1-6]") && before.matches("layers?|mm3")) {
                words.add("layer" + part);
            } else {
                words.add(part);
            }
            before = part;
        }
        return words;
    }
}
