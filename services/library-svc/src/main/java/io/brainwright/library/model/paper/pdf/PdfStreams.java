package io.brainwright.library.model.paper.pdf;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Looks through the streams of a PDF before anything is decoded in memory: a stream that swells beyond all measure, or is packed
 * twice, is a bomb; an encrypted file cannot be looked through.
 */
final class PdfStreams {
    /** chosen: text of a page has some 0.1 MB, a font some 10 MB. */
    private static final long MAX_STREAM_BYTES = 64L << 20;
    /** chosen: a photograph of a whole page at 1200 dpi, four colours. */
    private static final long MAX_IMAGE_BYTES = 640L << 20;

    private static final long MAX_ALL_BYTES = 4L << 30;
    private static final int DICTIONARY_BYTES = 4096;
    private static final Pattern FILTERS = Pattern.compile("/(?:Filter|F)\\s*(\\[[^\\]]*\\]|/\\w+)");
    private static final Pattern NAME = Pattern.compile("/(\\w+)");
    private static final Pattern SWELLS = Pattern.compile("/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b");
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] END = "endstream".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ENCRYPT = "/Encrypt".getBytes(StandardCharsets.ISO_8859_1);

    private final String name;
    private final ByteBuffer bytes;
    private long all;

    private PdfStreams(String name, ByteBuffer bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** @throws Problem TOO_LARGE where a stream swells, INVALID where the file is encrypted */
    static void check(Path file, String name) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            new PdfStreams(name, bytes).check();
        }
    }

    private void check() {
        if (find(ENCRYPT, 0) >= 0) {
            throw new Problem(
                    Kind.INVALID,
                    "PDF_ENCRYPTED",
                    "'%s' is encrypted.".formatted(name),
                    "Save it without password and restrictions (print it to a PDF file) and import that.",
                    Map.of("file", name));
        }
        for (int at = find(STREAM, 0); at >= 0; at = find(STREAM, at + STREAM.length)) {
            if (at >= 3 && bytes.get(at - 1) == 'd' && bytes.get(at - 2) == 'n' && bytes.get(at - 3) == 'e') {
                continue;
            }
            stream(at);
        }
    }

    private void stream(int at) {
        var dictionary = dictionary(at);
        if (!SWELLS.matcher(dictionary).find()) {
            return;
        }
        int begin = at + STREAM.length;
        begin += begin < bytes.limit() && bytes.get(begin) == '\r' ? 1 : 0;
        begin += begin < bytes.limit() && bytes.get(begin) == '\n' ? 1 : 0;
        int found = find(END, begin);
        int end = found < 0 ? bytes.limit() : found;
        var filters = filters(dictionary);
        boolean image = dictionary.matches("(?s).*/Subtype\\s*/Image\\b.*");
        long most = image ? MAX_IMAGE_BYTES : MAX_STREAM_BYTES;
        if (filters.stream().filter(f -> SWELLS.matcher("/" + f).matches()).count() > 1) {
            throw bomb("is packed more than once", at);
        }
        long size = filters.size() <= 1 && dictionary.contains("Fl")
                ? inflated(begin, end, most)
                : decoded(begin, end, filters, most);
        all += size;
        if (size > most || all > MAX_ALL_BYTES) {
            throw bomb("unpacks to more than %d MiB".formatted((size > most ? most : MAX_ALL_BYTES) >> 20), at);
        }
    }

    private Problem bomb(String what, int at) {
        return new Problem(
                Kind.TOO_LARGE,
                "PDF_STREAM_SWELLS",
                "'%s' holds a stream at byte %d that %s.".formatted(name, at, what),
                "No paper needs that; get the file from its publisher again.",
                Map.of("file", name, "byte", String.valueOf(at)));
    }

    private String dictionary(int at) {
        int from = Math.max(0, at - DICTIONARY_BYTES);
        byte[] text = new byte[at - from];
        bytes.get(from, text);
        var words = new String(text, StandardCharsets.ISO_8859_1);
        int object = words.lastIndexOf(" obj");
        return object < 0 ? words : words.substring(object);
    }

    private static List<String> filters(String dictionary) {
        var filters = new ArrayList<String>();
        var found = FILTERS.matcher(dictionary);
        if (found.find()) {
            NAME.matcher(found.group(1)).results().forEach(n -> filters.add(n.group(1)));
        }
        return filters;
    }

    /** Size of what zlib makes of it, as far as it can be made; at most a little more than asked for. */
    private long inflated(int begin, int end, long most) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes.slice(begin, end - begin));
            byte[] some = new byte[1 << 16];
            long size = 0;
            while (!inflater.finished() && size <= most) {
                int n = inflater.inflate(some);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                size += n;
            }
            return size;
        } catch (DataFormatException broken) {
            return inflater.getBytesWritten(); // what could be unpacked is what a reader will see
        } finally {
            inflater.end();
        }
    }

    private long decoded(int begin, int end, List<String> filters, long most) {
        byte[] raw = new byte[end - begin];
        bytes.get(begin, raw);
        for (var filter : filters) {
            var out = new Bounded(most);
            try {
                FilterFactory.INSTANCE
                        .getFilter(filter)
                        .decode(new ByteArrayInputStream(raw), out, new COSDictionary(), 0);
            } catch (IOException | RuntimeException undecodable) {
                return out.over ? most + 1 : raw.length; // what cannot be decoded here cannot be decoded later
            }
            if (out.over) {
                return most + 1;
            }
            raw = out.bytes.toByteArray();
        }
        return raw.length;
    }

    private int find(byte[] wanted, int from) {
        int last = bytes.limit() - wanted.length;
        for (int at = from; at <= last; at++) {
            int i = 0;
            while (i < wanted.length && bytes.get(at + i) == wanted[i]) {
                i++;
            }
            if (i == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    /** Keeps what is written, up to a limit. */
    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long most;
        private boolean over;

        Bounded(long most) {
            this.most = most;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            if (bytes.size() + (long) length > most) {
                over = true;
                throw new IOException("more than " + most + " bytes");
            }
            bytes.write(some, offset, length);
        }
    }
}
