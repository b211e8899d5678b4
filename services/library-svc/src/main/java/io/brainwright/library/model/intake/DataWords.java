package io.brainwright.library.model.intake;

import io.brainwright.library.model.document.Document;
import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.format.FileFormat;
import io.brainwright.library.model.format.TextBytes;
import io.brainwright.library.model.reading.Facts;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.library.model.reading.PassageWriter;
import io.brainwright.library.model.reading.TableRows;
import io.brainwright.library.model.table.CsvTable;
import io.brainwright.library.model.table.MappedTable;
import io.brainwright.library.model.table.Mapping;
import io.brainwright.library.model.trace.CsvRecording;
import io.brainwright.library.model.trace.NwbRecording;
import io.brainwright.library.model.trace.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What can be said and found of recordings and tables. */
final class DataWords {
    private DataWords() {}

    /** A recording as its reader gives it. */
    static Recording recording(Path file, String name, FileFormat format) {
        return format == FileFormat.NWB
                ? NwbRecording.read(file, name)
                : CsvRecording.read(CsvTable.read(TextBytes.read(file, name), name), name);
    }

    static Parsed recordingWords(Path file, String name, FileFormat format) {
        var recording = recording(file, name, format);
        var out = new PassageWriter(name);
        var title = name.replaceFirst("\\.[^.]*$", "");
        out.write(
                PassageKind.DESCRIPTION,
                "",
                0,
                "Recording " + title + ". " + String.join(" ", recording.description()));
        recording
                .channels()
                .forEach(c -> out.write(
                        PassageKind.DESCRIPTION,
                        c.name(),
                        0,
                        c.sentence() + (c.description().isEmpty() ? "" : ". " + c.description())));
        recording.odd().forEach(out::odd);
        recording.skipped().forEach(out::skip);
        return out.parsed(Facts.titled(title));
    }

    /** The values of a table. */
    static MappedTable values(Path file, String name, Path mapping, String citation) {
        var meaning = Mapping.read(
                TextBytes.read(mapping, mapping.getFileName().toString()),
                mapping.getFileName().toString());
        return MappedTable.of(CsvTable.read(TextBytes.read(file, name), name), meaning, name, citation);
    }

    static Parsed tableWords(Path file, String name, Path mapping) {
        var values = values(file, name, mapping, Document.UNKNOWN);
        var table = CsvTable.read(TextBytes.read(file, name), name);
        var out = new PassageWriter(name);
        var title = name.replaceFirst("\\.[^.]*$", "");
        out.write(
                PassageKind.DESCRIPTION,
                "",
                0,
                "Table %s: %d values in %d rows. %s"
                        .formatted(
                                title,
                                values.values().size(),
                                table.rows().size(),
                                String.join(" ", table.comments())));
        for (var row : table.rows()) {
            var rows = new ArrayList<List<String>>();
            rows.add(table.header());
            rows.add(row.fields());
            new TableRows(rows, 1).write(out, "line " + row.line(), 0);
        }
        for (var unit : values.unknownUnits()) {
            out.odd("The unit '%s' is kept as it stands; Brainwright cannot convert it.".formatted(unit));
        }
        for (int m = 0; m < values.missing(); m++) {
            out.skip("cell without a value");
        }
        return out.parsed(Facts.titled(title));
    }
}
