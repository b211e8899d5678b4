package io.brainwright.library.model.format;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds a file's format in its first bytes, and where HDF5 is a shell for many, in its root group. */
public final class FormatDetection {
    private static final int HEAD_BYTES = 64 * 1024;
    private static final String HDF5 = "\u0089HDF\r\n\u001a\n";

    private FormatDetection() {}

    /**
     * The format of a file.
     *
     * @param file the file
     * @param name its name for messages
     * @throws Problem INVALID where it is none that the library takes, with what it is instead
     */
    public static FileFormat of(Path file, String name) {
        byte[] head = head(file);
        if (head.length == 0) {
            throw refused(name, "FILE_EMPTY", "is empty", "Give a file with something in it.");
        }
        for (var signature : Signature.REFUSED) {
            if (signature.matches(head)) {
                throw refused(name, "FORMAT_NOT_TAKEN", "is " + signature.what(), signature.remedy());
            }
        }
        if (new Signature(HDF5, "", "").matches(head)) {
            return hdf5(file, name);
        }
        if (indexOf(head, "%PDF-") >= 0 && indexOf(head, "%PDF-") < 1024) {
            return FileFormat.PDF;
        }
        return TextFormats.of(TextBytes.decode(head, name), name);
    }

    private static byte[] head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD_BYTES);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private static int indexOf(byte[] head, String wanted) {
        for (int at = 0; at + wanted.length() <= head.length; at++) {
            int i = 0;
            while (i < wanted.length() && head[at + i] == wanted.charAt(i)) {
                i++;
            }
            if (i == wanted.length()) {
                return at;
            }
        }
        return -1;
    }

    private static FileFormat hdf5(Path file, String name) {
        return Hdf5Files.read(file, name, hdf -> {
            var children = hdf.getChildren().keySet();
            if (children.contains("points") && children.contains("structure")) {
                return FileFormat.H5;
            }
            if (hdf.getAttribute("nwb_version") != null || children.contains("acquisition")) {
                return FileFormat.NWB;
            }
            throw refused(
                    name,
                    "HDF5_OF_ANOTHER_KIND",
                    "is HDF5 with " + children + " in its root",
                    "Of HDF5, morphologies ('points', 'structure') and NWB 2 recordings are taken; SONATA circuits stay where they are.");
        });
    }

    static Problem refused(String name, String reason, String what, String remedy) {
        return new Problem(
                Kind.INVALID, reason, "'%s' %s.".formatted(name, what), remedy, Map.of("file", name, "found", what));
    }
}
