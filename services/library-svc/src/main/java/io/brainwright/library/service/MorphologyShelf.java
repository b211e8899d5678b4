package io.brainwright.library.service;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.neuro.morphology.io.SwcMorphology;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.KeptMorphology;
import io.brainwright.sonata.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Morphology files of the workspace: {@code <sha256>.<format>}, and beside each {@code <sha256>.json} with its licence. */
final class MorphologyShelf {
    private final Path folder;

    /** @param workspace the scientist's folder; files are kept in its {@code library} */
    MorphologyShelf(Path workspace) {
        this.folder = workspace.resolve("library");
    }

    /** The ending of a file: {@code swc}, {@code h5}, or what else it is. */
    static String format(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Copies a file onto the shelf, after it was read to its end.
     *
     * @throws Problem INVALID with file and line where it is broken
     */
    KeptMorphology keep(Path file, String licence, String citation) {
        var format = format(file);
        read(file, format);
        var name = String.valueOf(file.getFileName());
        var kept = KeptMorphology.newBuilder()
                .setSha256(sha256(file))
                .setFormat(format)
                .setName(name.substring(0, name.length() - format.length() - 1))
                .setLicence(licence)
                .setCitation(citation)
                .build();
        try {
            Files.createDirectories(folder);
            var part = folder.resolve(kept.getSha256() + ".part");
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file(kept), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep " + file, failed);
        }
        JsonFile.write(folder.resolve(kept.getSha256() + ".json"), record(kept));
        return kept;
    }

    /** @throws Problem where the file is no longer there, or no longer what it was */
    Morphology read(KeptMorphology kept) {
        var file = file(kept);
        if (!Files.isRegularFile(file) || !sha256(file).equals(kept.getSha256())) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "KEPT_FILE_GONE",
                    "'%s' is not the file that was imported as '%s'.".formatted(file, kept.getName()),
                    "Import the morphology again.",
                    Map.of("file", file.toString(), "name", kept.getName()));
        }
        return read(file, kept.getFormat());
    }

    private Path file(KeptMorphology kept) {
        return folder.resolve(kept.getSha256() + "." + kept.getFormat());
    }

    private static Morphology read(Path file, String format) {
        return format.equals("swc") ? SwcMorphology.read(file) : H5Morphology.read(file);
    }

    private static Map<String, String> record(KeptMorphology kept) {
        var record = new LinkedHashMap<String, String>();
        record.put("name", kept.getName());
        record.put("licence", kept.getLicence());
        record.put("citation", kept.getCitation());
        record.put("sha256", kept.getSha256());
        record.put("format", kept.getFormat());
        return record;
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
