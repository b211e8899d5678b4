package io.brainwright.library.model.format;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * First bytes of formats that are no text.
 *
 * @param bytes as Latin-1 text
 * @param what what a file that begins so is
 * @param remedy what to do instead
 */
record Signature(String bytes, String what, String remedy) {
    private static final String UNPACK = "Unpack it and import what is in it; archives are not opened.";

    /** Formats that are known and not taken. */
    static final List<Signature> REFUSED = List.of(
            new Signature(
                    "PK\3\4",
                    "a ZIP archive (or an Office document, which is one)",
                    UNPACK + " Save Office documents as PDF."),
            new Signature("PK\5\6", "an empty ZIP archive", UNPACK),
            new Signature("\u001f\u008b", "a gzip archive", UNPACK),
            new Signature("BZh", "a bzip2 archive", UNPACK),
            new Signature("\u00fd7zXZ", "an xz archive", UNPACK),
            new Signature("7z\u00bc\u00af", "a 7-Zip archive", UNPACK),
            new Signature("\u0028\u00b5\u002f\u00fd", "a Zstandard archive", UNPACK),
            new Signature("\u0089PNG", "a picture (PNG)", "Pictures are not read."),
            new Signature("\u00ff\u00d8\u00ff", "a picture (JPEG)", "Pictures are not read."),
            new Signature("GIF8", "a picture (GIF)", "Pictures are not read."),
            new Signature("\u00d0\u00cf\u0011\u00e0", "an old Office document", "Save it as PDF or plain text."),
            new Signature("{\\rtf", "an RTF document", "Save it as PDF or plain text."),
            new Signature(
                    "NRRD000", "a volume (NRRD)", "Atlases are read by 'brainwright atlas', not kept in the library."),
            new Signature("%!PS", "a PostScript document", "Convert it to PDF."),
            new Signature("\u007fELF", "a program", "Programs are not read."),
            new Signature("MZ", "a program", "Programs are not read."),
            new Signature("ABF", "a recording of pCLAMP (ABF)", "Export it as NWB 2 or CSV."),
            new Signature("IGOR", "a file of Igor", "Export it as NWB 2 or CSV."),
            new Signature("SQLite format 3", "a database", "Export its tables as CSV."));

    boolean matches(byte[] head) {
        var wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
