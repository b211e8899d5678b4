package io.brainwright.sim.service;

import com.google.protobuf.ByteString;
import io.brainwright.proto.sim.v1.CellStatePiece;
import io.brainwright.proto.sim.v1.EpochHeard;
import io.brainwright.proto.sim.v1.EpochShare;
import io.brainwright.proto.sim.v1.FramePiece;
import io.brainwright.proto.sim.v1.SpikeList;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.solver.Exchange;
import io.brainwright.sim.model.solver.Partition;
import io.brainwright.sim.model.solver.Spike;
import io.brainwright.sim.model.solver.SpikeLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The exchange of partitions as messages and back. */
final class PartitionMessages {
    /** chosen: 512 kB, well below what a gRPC message may hold. */
    private static final int VALUES_PER_PIECE = 1 << 16;

    private static final int BYTES_PER_PIECE = 1 << 20;
    private static final int SPIKES_PER_LIST = 1 << 16;

    private PartitionMessages() {}

    static SpikeList spikes(List<Spike> spikes) {
        var list = SpikeList.newBuilder();
        spikes.forEach(s -> list.addSteps(s.step()).addCells(s.cell()));
        return list.build();
    }

    static List<Spike> spikes(Network network, SpikeList list) {
        var spikes = new ArrayList<Spike>();
        for (int i = 0; i < list.getCellsCount(); i++) {
            spikes.add(Partition.spike(network, list.getSteps(i), list.getCells(i)));
        }
        return spikes;
    }

    /** The past in lists of a size that fits a message. */
    static List<SpikeList> past(SpikeLog past) {
        var lists = new ArrayList<SpikeList>();
        for (int from = 0; from < past.size(); from += SPIKES_PER_LIST) {
            var list = SpikeList.newBuilder();
            for (int i = from; i < Math.min(past.size(), from + SPIKES_PER_LIST); i++) {
                list.addSteps(past.step(i)).addCells(past.cell(i));
            }
            lists.add(list.build());
        }
        return lists;
    }

    static void add(SpikeList list, SpikeLog to) {
        for (int i = 0; i < list.getCellsCount(); i++) {
            to.add(list.getSteps(i), list.getCells(i));
        }
    }

    static EpochHeard heard(int step, Exchange.Heard heard) {
        return EpochHeard.newBuilder()
                .setStep(step)
                .setSpikes(spikes(heard.spikes()))
                .setKeep(heard.keep())
                .build();
    }

    static EpochShare share(int step, Exchange.Share share) {
        return EpochShare.newBuilder()
                .setStep(step)
                .setSpikes(spikes(share.spikes()))
                .build();
    }

    static List<FramePiece> pieces(Exchange.Frame frame) {
        var pieces = new ArrayList<FramePiece>();
        int length = frame.values().length;
        int from = 0;
        do {
            int to = Math.min(length, from + VALUES_PER_PIECE);
            var piece = FramePiece.newBuilder()
                    .setRecording(frame.recording())
                    .setNumber(frame.number())
                    .setLast(to == length);
            for (int i = from; i < to; i++) {
                piece.addValues(frame.values()[i]);
            }
            pieces.add(piece.build());
            from = to;
        } while (from < length);
        return pieces;
    }

    static List<CellStatePiece> pieces(byte[] state) {
        var pieces = new ArrayList<CellStatePiece>();
        int from = 0;
        do {
            int to = Math.min(state.length, from + BYTES_PER_PIECE);
            pieces.add(CellStatePiece.newBuilder()
                    .setNumbers(ByteString.copyFrom(state, from, to - from))
                    .setLast(to == state.length)
                    .build());
            from = to;
        } while (from < state.length);
        return pieces;
    }

    /** The state of a cell from its pieces. */
    static byte[] state(Supplier<CellStatePiece> next) {
        var whole = ByteString.newOutput();
        try {
            var piece = next.get();
            piece.getNumbers().writeTo(whole);
            while (!piece.getLast()) {
                piece = next.get();
                piece.getNumbers().writeTo(whole);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return whole.toByteString().toByteArray();
    }

    /** Puts pieces together as they come. */
    static final class FramesSoFar {
        private final List<Exchange.Frame> whole = new ArrayList<>();
        private double[] values = new double[0];
        private int length;

        void add(FramePiece piece) {
            int more = piece.getValuesCount();
            if (values.length < length + more) {
                values = java.util.Arrays.copyOf(values, Math.max(length + more, 2 * length));
            }
            for (int i = 0; i < more; i++) {
                values[length++] = piece.getValues(i);
            }
            if (piece.getLast()) {
                whole.add(new Exchange.Frame(
                        piece.getRecording(), piece.getNumber(), java.util.Arrays.copyOf(values, length)));
                length = 0;
            }
        }

        /** The frames of an epoch; those of the next one follow. */
        List<Exchange.Frame> take() {
            var taken = List.copyOf(whole);
            whole.clear();
            return taken;
        }
    }
}
