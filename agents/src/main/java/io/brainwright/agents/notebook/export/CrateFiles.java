package io.brainwright.agents.notebook.export;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Records;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a crate: those of the entry, a page of HTML as its preview, and the description of them all. */
final class CrateFiles {
    static final String METADATA = "ro-crate-metadata.json";
    static final String PREVIEW = "ro-crate-preview.html";
    private static final List<String> FOLDERS_LEFT_OUT = List.of("exports");

    private CrateFiles() {}

    /** Writes a zip where the target ends in ".zip", else a folder. */
    static void write(Entry entry, Path target) throws IOException {
        var files = files(entry);
        var texts = new TreeMap<String, byte[]>();
        texts.put(PREVIEW, HtmlPage.of(entry).getBytes(StandardCharsets.UTF_8));
        texts.put(METADATA, Records.page(new CrateMetadata(entry, files).tree()).getBytes(StandardCharsets.UTF_8));
        if (target.getFileName().toString().endsWith(".zip")) {
            zip(target, files, texts);
        } else {
            folder(target, files, texts);
        }
    }

    /** Files of the entry by their path within the crate, in order; a release of the circuit included, exports not. */
    static Map<String, Path> files(Entry entry) throws IOException {
        var files = new TreeMap<String, Path>();
        Files.walkFileTree(entry.folder(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return FOLDERS_LEFT_OUT.contains(String.valueOf(dir.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.put(entry.folder().relativize(file).toString().replace('\\', '/'), file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static void folder(Path target, Map<String, Path> files, Map<String, byte[]> texts) throws IOException {
        for (var file : files.entrySet()) {
            var to = target.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.copy(file.getValue(), to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createDirectories(target);
        for (var text : texts.entrySet()) {
            Files.write(target.resolve(text.getKey()), text.getValue());
        }
    }

    /** Times are left at their beginning, so that the same entry gives the same bytes. */
    private static void zip(Path target, Map<String, Path> files, Map<String, byte[]> texts) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(target), StandardCharsets.UTF_8)) {
            for (var text : texts.entrySet()) {
                out.putNextEntry(dated(text.getKey()));
                out.write(text.getValue());
            }
            for (var file : files.entrySet()) {
                out.putNextEntry(dated(file.getKey()));
                Files.copy(file.getValue(), out);
            }
        }
    }

    private static ZipEntry dated(String name) {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        return entry;
    }
}
