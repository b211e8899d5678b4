package io.brainwright.connectome.service;

import io.brainwright.connectome.model.pruning.PathwayPruning;
import io.brainwright.connectome.model.specificity.Landing;
import io.brainwright.connectome.model.specificity.SpecificityFit;
import io.brainwright.connectome.model.specificity.TargetingClass;
import io.brainwright.connectome.model.wiring.Connection;
import io.brainwright.fabric.table.Batch;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** Lays touching pairs, and the pruning of their pathways, out as rows. */
final class PairRows {
    private PairRows() {}

    static Batch connections(List<Connection> all) {
        return Batch.of(
                ConnectomeTables.CONNECTIONS,
                all.stream().mapToLong(Connection::source).toArray(),
                all.stream().mapToLong(Connection::target).toArray(),
                ints(all, Connection::appositions),
                ints(all, Connection::byDistance),
                ints(all, Connection::byTarget),
                ints(all, Connection::byReduction),
                ints(all, Connection::byCut),
                ints(all, Connection::byActivation),
                ints(all, Connection::synapses));
    }

    static Batch pathways(List<PathwayPruning> all) {
        byte[] reachable = new byte[all.size()];
        for (int i = 0; i < reachable.length; i++) {
            reachable[i] = (byte) (all.get(i).reachable() ? 1 : 0);
        }
        return Batch.of(
                ConnectomeTables.PATHWAYS,
                texts(all, p -> p.pathway().pre().mtype()),
                texts(all, p -> p.pathway().post().mtype()),
                texts(all, PathwayPruning::pooledOver),
                all.stream().mapToLong(p -> p.counts().pairTotal()).toArray(),
                doubles(all, p -> p.counts().mean()),
                doubles(all, p -> p.rule().reduction()),
                doubles(all, p -> p.steps().keep()),
                doubles(all, p -> p.steps().cut()),
                doubles(all, PathwayPruning::activeFraction),
                doubles(all, p -> p.expected().keptShare()),
                doubles(all, p -> p.expected().mean()),
                doubles(all, p -> p.expected().cv()),
                reachable);
    }

    private record Share(SpecificityFit.Report report, Landing landing) {
        TargetingClass.Observed observed() {
            return report.targeting().observed().getOrDefault(landing, TargetingClass.Observed.NOTHING);
        }
    }

    static Batch targeting(List<SpecificityFit.Report> reports) {
        var rows = reports.stream()
                .flatMap(r -> Arrays.stream(Landing.values()).map(l -> new Share(r, l)))
                .toList();
        return Batch.of(
                ConnectomeTables.TARGETING,
                rows.stream().map(r -> r.report().targeting().name()).toArray(String[]::new),
                rows.stream().map(r -> r.landing().word()).toArray(String[]::new),
                rows.stream()
                        .mapToDouble(r -> r.report().targeting().wanted().getOrDefault(r.landing(), Double.NaN))
                        .toArray(),
                rows.stream().mapToDouble(r -> r.observed().low()).toArray(),
                rows.stream().mapToDouble(r -> r.observed().high()).toArray(),
                rows.stream()
                        .mapToDouble(r -> r.report().overlapShare(r.landing()))
                        .toArray(),
                rows.stream()
                        .mapToDouble(r -> r.report().chosenShare(r.landing()))
                        .toArray(),
                rows.stream()
                        .mapToDouble(r -> r.report().weights()[r.landing().ordinal()])
                        .toArray(),
                rows.stream()
                        .mapToDouble(r -> r.report().overlap()[r.landing().ordinal()])
                        .toArray(),
                rows.stream()
                        .mapToDouble(r -> r.report().chosen()[r.landing().ordinal()])
                        .toArray());
    }

    private static int[] ints(List<Connection> all, ToIntFunction<Connection> value) {
        return all.stream().mapToInt(value).toArray();
    }

    private static String[] texts(List<PathwayPruning> all, Function<PathwayPruning, String> value) {
        return all.stream().map(value).toArray(String[]::new);
    }

    private static double[] doubles(List<PathwayPruning> all, ToDoubleFunction<PathwayPruning> value) {
        return all.stream().mapToDouble(value).toArray();
    }
}
