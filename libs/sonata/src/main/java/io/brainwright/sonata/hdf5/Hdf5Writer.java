package io.brainwright.sonata.hdf5;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Writes an HDF5 file from front to back: room for the superblock, values in the order in which they come, object headers from
 * the leaves to the root, and at last the superblock, which says where the root is.
 *
 * <p>Of the format it uses what SONATA needs: superblock version 2, object headers version 2 with compact links, contiguous
 * values, global heap collections for texts. Files are read by jhdf, h5py, libsonata and bluepysnap (docs/adr/0005).
 *
 * @see <a href="https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html">HDF5 file format specification 3.0</a>
 */
final class Hdf5Writer {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int SUPERBLOCK = 48;

    private Hdf5Writer() {}

    static void write(Path file, Consumer<NewGroup> content) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var tail = new FileTail(channel, SUPERBLOCK);
            var root = new NewGroup(tail);
            content.accept(root);
            long address = root.finish();
            tail.begin(superblock(address, channel.size()));
        }
    }

    /** Format specification II.A, version 2. */
    private static byte[] superblock(long root, long endOfFile) {
        int version = 2;
        int sizeOfAddresses = 8;
        int sizeOfLengths = 8;
        int flags = 0;
        return new LittleEndian()
                .raw(SIGNATURE)
                .u8(version)
                .u8(sizeOfAddresses)
                .u8(sizeOfLengths)
                .u8(flags)
                .u64(0) // base address
                .u64(LittleEndian.UNDEFINED) // superblock extension
                .u64(endOfFile)
                .u64(root)
                .checksum()
                .toBytes();
    }
}
