package io.brainwright.library.model.shelf;

import io.brainwright.library.model.document.Document;
import io.brainwright.library.model.document.DocumentKind;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;

/** Tells whether two documents are one paper: by DOI where both have one, else by title and year. */
final class SamePaper {
    /** chosen: shorter titles ("Introduction", "Editorial") say too little. */
    private static final int TELLING_TITLE = 20;
    /** chosen: a title that needs no year, where one of two documents does not tell it. */
    private static final int TELLING_ALONE = 40;

    private SamePaper() {}

    static boolean is(Document one, Document other) {
        if (!isPaper(one) || !isPaper(other)) {
            return one.id().equals(other.id());
        }
        if (!one.doi().isEmpty() && !other.doi().isEmpty()) {
            return one.doi().equals(other.doi());
        }
        var title = plain(one.title());
        boolean yearUnknown = one.year() == null || other.year() == null;
        return title.length() >= (yearUnknown ? TELLING_ALONE : TELLING_TITLE)
                && title.equals(plain(other.title()))
                && (yearUnknown || Objects.equals(one.year(), other.year()));
    }

    private static boolean isPaper(Document document) {
        return document.kind() == DocumentKind.PAPER || document.kind() == DocumentKind.REFERENCE;
    }

    /** Letters and digits, without accents and letter case. */
    static String plain(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
