package io.brainwright.agents.notebook;

import io.brainwright.agents.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/** Names of the folders in which studies lie: date, words, first digits of the plan's hash. */
final class StudyNames {
    private static final int SLUG_LENGTH = 40;
    private static final int HASH_LENGTH = 8;

    private StudyNames() {}

    /** The folder of a plan; one that ran before keeps its folder, whatever the date. */
    static Path folder(Path studies, Plan plan, LocalDate today) {
        var ending = "-" + slug(plan.request()) + "-" + plan.hash().substring(0, HASH_LENGTH);
        if (Files.isDirectory(studies)) {
            try (var folders = Files.list(studies)) {
                var known = folders.filter(f -> f.getFileName().toString().endsWith(ending))
                        .findFirst();
                if (known.isPresent()) {
                    return known.get();
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return studies.resolve(today + ending);
    }

    /** The words of a request as the name of a folder. */
    static String slug(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{ASCII}]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (plain.length() <= SLUG_LENGTH) {
            return plain.isEmpty() ? "study" : plain;
        }
        int cut = plain.lastIndexOf('-', SLUG_LENGTH);
        return plain.substring(0, cut > 0 ? cut : SLUG_LENGTH);
    }
}
