package io.brainwright.benchmarks.connectome;

import com.google.protobuf.Message;
import com.sun.management.OperatingSystemMXBean;
import io.brainwright.atlas.service.AtlasStage;
import io.brainwright.connectome.service.ConnectomeStage;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.work.Stage;
import io.brainwright.placement.service.PlacementStage;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.OwnValues;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.circuit.CircuitConfig;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.sonata.circuit.EdgesWriter.End;
import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Written;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.synthesis.service.SynthesisStage;
import io.brainwright.testkit.StageHarness;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Question: what do cells, shapes and connectome of a column cost, and does a synapse cost the same however many cells there are?
 * Answer: benchmarks/results/connectome.md.
 *
 * <p>Arguments: width of the column in um; DIR, or - ; then numbers of cells, and numbers of the synapse recipe as PATH=VALUE. Stages run in memory, one after the other in one thread, without
 * broker; times are CPU seconds of the whole process. In DIR the last column is written as a SONATA circuit, of its edges only who contacts
 * whom, for {@code brainwright connectome validate}.
 */
public final class ColumnBenchmark {
    private final StageHarness harness = new StageHarness();
    private final OwnValues own;
    private double stage_s;

    private ColumnBenchmark(OwnValues own) {
        this.own = own;
    }

    public static void main(String[] args) {
        double width_um = Double.parseDouble(args[0]);
        System.out.println(
                "| neurons | cells, s | shapes, s | connectome, s | synapses | connections | connectome, us a synapse"
                        + " | heap, MB |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        var own = OwnValues.newBuilder();
        var counts = new ArrayList<Integer>();
        for (var argument : Arrays.asList(args).subList(2, args.length)) {
            var parts = argument.split("=");
            if (parts.length == 2) {
                own.addValuesBuilder().setPath(parts[0]).setValue(Double.parseDouble(parts[1]));
            } else {
                counts.add(Integer.parseInt(argument));
            }
        }
        for (int cells : counts) {
            boolean last = cells == counts.getLast() && !args[1].equals("-");
            new ColumnBenchmark(own.build()).column(width_um, cells, last ? Path.of(args[1]) : null);
        }
    }

    private void column(double width_um, int cells, @org.jspecify.annotations.Nullable Path out) {
        var atlas = run(
                new AtlasStage(), AtlasRequest.newBuilder().setRegion("S1HL").build());
        double atlas_s = stage_s;
        var placement = PlacementRequest.newBuilder().setAtlas(ref(atlas)).setCellCount(cells);
        placement.getShapeBuilder().setKind(ShapeKind.SHAPE_KIND_COLUMN).setWidthUm(width_um);
        var placed = run(new PlacementStage(), placement.build());
        double placed_s = atlas_s + stage_s;
        var shapes = run(
                new SynthesisStage(new GrowthCatalogue(), CorticalLayers.RAT_S1),
                SynthesisRequest.newBuilder().setCells(ref(placed)).build());
        double shapes_s = stage_s;
        var wired = run(
                new ConnectomeStage(),
                ConnectomeRequest.newBuilder()
                        .setOwnValues(own)
                        .setCells(ref(placed))
                        .setMorphologies(ref(shapes))
                        .build());
        var connections = harness.read(wired, "connections");
        long made = Arrays.stream(connections.ints("synapses")).asLongStream().sum();
        long pairs =
                Arrays.stream(connections.ints("synapses")).filter(s -> s > 0).count();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                java.util.Locale.ROOT,
                "| %d | %.1f | %.1f | %.1f | %d | %d | %.0f | %d |%n",
                cells,
                placed_s,
                shapes_s,
                stage_s,
                made,
                pairs,
                1e6 * stage_s / made,
                heap >> 20);
        if (out != null) {
            write(placed, wired, out);
        }
    }

    private <R extends Message> DatasetId run(Stage<R> stage, R request) {
        long before = cpu_ns();
        var made = harness.run(stage, request);
        stage_s = (cpu_ns() - before) * 1e-9;
        return made;
    }

    private void write(DatasetId placed, DatasetId wired, Path out) {
        var cells = harness.read(placed, "cells");
        long[] ids = cells.longs("node_id");
        int n = ids.length;
        for (int row = 0; row < n; row++) {
            if (ids[row] != row) {
                throw new IllegalStateException("row %d is node %d".formatted(row, ids[row]));
            }
        }
        var nodes = new Columns(n)
                .put("x", cells.floats("x"))
                .put("y", cells.floats("y"))
                .put("z", cells.floats("z"))
                .put("mtype", cells.texts("mtype"))
                .put("synapse_class", cells.texts("synapse_class"));
        Hdf5File.write(out.resolve("nodes.h5"), root -> {
            Written.sign(root);
            var group = root.group("nodes").group("neurons");
            long[] types = new long[n];
            Arrays.fill(types, -1);
            group.signed("node_type_id", types);
            Written.columns(group.group("0"), nodes);
        });
        var connections = harness.read(wired, "connections");
        int[] synapses = connections.ints("synapses");
        int edges = Arrays.stream(synapses).sum();
        long[] sources = new long[edges];
        long[] targets = new long[edges];
        int e = 0;
        for (int c = 0; c < synapses.length; c++) {
            for (int s = 0; s < synapses[c]; s++) {
                sources[e] = connections.longs("source_node_id")[c];
                targets[e++] = connections.longs("target_node_id")[c];
            }
        }
        var end = new End("neurons", n, sources);
        EdgesWriter.writeAny(
                out.resolve("edges.h5"),
                "neurons__neurons__chemical",
                end,
                new End("neurons", n, targets),
                new Columns(edges));
        JsonFile.write(
                out.resolve("circuit_config.json"),
                Map.of(
                        "networks",
                        Map.of(
                                "nodes",
                                        List.of(named(
                                                "nodes",
                                                new CircuitConfig.Population("neurons", "biophysical", "nodes.h5"))),
                                "edges",
                                        List.of(named(
                                                "edges",
                                                new CircuitConfig.Population(
                                                        "neurons__neurons__chemical", "chemical", "edges.h5"))))));
    }

    private static Map<String, Object> named(String kind, CircuitConfig.Population population) {
        return Map.of(
                kind + "_file",
                population.file(),
                "populations",
                Map.of(population.name(), Map.of("type", population.type())));
    }

    private static DatasetRef ref(DatasetId id) {
        return DatasetRef.newBuilder().setId(id.hex()).build();
    }

    private static long cpu_ns() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
