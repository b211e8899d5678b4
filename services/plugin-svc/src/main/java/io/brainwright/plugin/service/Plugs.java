package io.brainwright.plugin.service;

import io.brainwright.plugin.PluginAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.ObjIntConsumer;

/** All plugged-in stages, in the order in which the scientist listed them. Each is asked anew whenever somebody wants to know. */
public final class Plugs implements AutoCloseable {
    /** Names that begin the built-in stages' and agents' own actions and datasets. */
    private static final Set<String> OWN = Set.of(
            "agent",
            "appositions",
            "atlas",
            "connectome",
            "estimate",
            "export",
            "library",
            "morphology-import",
            "notebook",
            "placement",
            "plugin",
            "render",
            "sim",
            "synthesis",
            "trace-import");

    private final List<Plug> plugs;
    private final Set<String> taken;
    private final ObjIntConsumer<PluggedStage> work;
    private final Map<String, PluggedStage> stages = new HashMap<>();
    private boolean closed;

    /**
     * @param listed where they are called
     * @param builtIn names of the stages that this process has of its own
     * @param folder where it is remembered what they said
     * @param work takes tasks of a stage from now on, so many at once
     */
    public Plugs(List<PluginAddress> listed, Set<String> builtIn, Path folder, ObjIntConsumer<PluggedStage> work) {
        this.plugs = listed.stream().map(address -> new Plug(address, folder)).toList();
        this.taken = new HashSet<>(OWN);
        taken.addAll(builtIn);
        this.work = work;
    }

    /** Begins to ask them, without waiting for answers: what was begun before a restart goes on by itself. */
    public void start() {
        if (!plugs.isEmpty()) {
            Thread.ofVirtual().name("bw-plugs").start(this::introduce);
        }
    }

    /** Asks all of them who they are; those that are ready take tasks from then on. */
    synchronized void introduce() {
        if (closed) {
            return;
        }
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            plugs.forEach(plug -> each.execute(plug::introduce));
        }
        Map<String, Plug> names = new HashMap<>();
        for (var plug : plugs) {
            var described = plug.described();
            if (described == null) {
                continue;
            }
            var name = described.name();
            var first = names.putIfAbsent(name, plug);
            if (taken.contains(name)) {
                plug.refuse("its name '%s' is that of a built-in stage".formatted(name));
            } else if (first != null) {
                plug.refuse("its name '%s' is that of the stage at %s"
                        .formatted(name, first.address().target()));
            } else if (plug.isReady() && !stages.containsKey(name)) {
                var stage = new PluggedStage(name, plug);
                stages.put(name, stage);
                work.accept(stage, plug.address().workers());
            }
        }
    }

    /** How each stands, asked just now. */
    synchronized List<io.brainwright.proto.plugin.v1.PluggedStage> told() {
        introduce();
        return plugs.stream().map(Plug::told).toList();
    }

    /**
     * The stage of a name, as it was last heard of.
     *
     * @throws io.brainwright.neuro.problem.Problem NOT_FOUND where none was ever heard of under it
     */
    synchronized PluggedStage stage(String name) {
        if (!stages.containsKey(name)) {
            introduce();
        }
        var ready = stages.get(name);
        if (ready != null) {
            return ready;
        }
        var known = plugs.stream().filter(p -> p.described() != null).toList();
        return known.stream()
                .filter(p -> Objects.requireNonNull(p.described()).name().equals(name))
                .findFirst()
                .map(p -> new PluggedStage(name, p))
                .orElseThrow(() -> PlugProblems.unknown(
                        name,
                        known.stream()
                                .map(p -> Objects.requireNonNull(p.described()).name())
                                .distinct()
                                .toList()));
    }

    @Override
    public synchronized void close() {
        closed = true;
        plugs.forEach(Plug::close);
    }
}
