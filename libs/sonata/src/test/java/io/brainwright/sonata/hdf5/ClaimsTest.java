package io.brainwright.sonata.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.simulation.SpikesWriter;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {
    private static final int OHDR = 0x5244484f;
    private static final long SPIKES = 7;
    private static final long CLAIMED = 1L << 29;

    @TempDir
    private Path folder;

    /** Wherever the header says 7, it shall say half a billion. */
    @Test
    void aDatasetThatClaimsMoreThanItsFileCanHoldIsRefusedUnread() throws IOException {
        var file = folder.resolve("spikes.h5");
        SpikesWriter.write(file, "cells", new double[] {1, 2, 3, 4, 5, 6, 7}, new long[(int) SPIKES]);
        byte[] bytes = Files.readAllBytes(file);
        var reasons = new ArrayList<String>();
        for (int at = 0; at + Long.BYTES <= bytes.length; at++) {
            var buffer = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
            if (buffer.getLong(at) == SPIKES) {
                buffer.putLong(at, CLAIMED);
                signAgain(buffer, at);
                reasons.add(answer(Files.write(folder.resolve("claiming" + at + ".h5"), buffer.array())));
            }
        }
        assertThat(reasons).contains("HDF5_CLAIMS_TOO_MUCH");
    }

    /** Makes the checksum of the object header around a place right again. */
    private static void signAgain(ByteBuffer file, int place) {
        int begin = place;
        while (file.getInt(begin) != OHDR) {
            begin--;
        }
        int flags = file.get(begin + 5);
        int at = begin + 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
        int size = switch (flags & 3) {
            case 0 -> file.get(at) & 0xff;
            case 1 -> file.getShort(at) & 0xffff;
            default -> file.getInt(at);
        };
        int end = at + (1 << (flags & 3)) + size;
        file.putInt(end, Lookup3.of(Arrays.copyOfRange(file.array(), begin, end), end - begin));
    }

    private static String answer(Path file) {
        try {
            double[] times =
                    Hdf5File.read(file, hdf -> Stored.doubles((Dataset) hdf.getByPath("spikes/cells/timestamps")));
            return "read " + times.length;
        } catch (Problem problem) {
            return problem.reason();
        }
    }
}
