package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Stages;
import io.brainwright.agents.frames.Want;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PluggedActions;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.plan.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From what was asked for to a plan: prerequisites in, defaults noted, an order that the needs allow. */
final class PlanMaker {
    private static final Map<String, List<String>> NONE = Map.of();
    private static final Set<String> THALAMIC = Set.of("VPM", "POm", "thalamus");
    private static final String DENSITIES = "densities";
    private static final Set<String> TAKE_FIBRES = Set.of("sim.run", "export.sonata");
    private static final Set<String> TAKE_VESSELS = Set.of("render.image", "export.sonata");

    private final Defaults defaults;
    private final Utterance u;
    private final Wish wish;
    private final WorkspaceView workspace;
    private final PluggedActions plugged;
    private final Chain chain;
    private final Map<String, Assumption> assumptions = new LinkedHashMap<>();
    private final List<Draft> drafts = new ArrayList<>();

    /** A step in the making. */
    private record Draft(String action, ObjectNode params, int rank) {}

    PlanMaker(Defaults defaults, Utterance utterance, Wish wish, WorkspaceView workspace, PluggedActions plugged) {
        this.plugged = plugged;
        this.chain = new Chain(plugged);
        this.defaults = defaults;
        this.u = utterance;
        this.wish = wish;
        this.workspace = workspace;
    }

    /** Whether cells are simulated with their synapses. */
    static boolean network(Wish wish) {
        var run = wish.want("sim.run").or(() -> wish.want("sim.calibrate"));
        if (run.isEmpty()) {
            return true;
        }
        var params = run.get().params();
        return params.path("target").path("count").asInt(0) != 1 && !singleCell(params) && !ofOneType(wish, params);
    }

    /** What one cell of a type shows by itself: its f-I curve, its resistance, what reaches its soma. */
    private static boolean ofOneType(Wish wish, ObjectNode run) {
        var target = run.path("target");
        return (target.has("m_types") || target.has("m_class"))
                && !wish.wants("atlas.region")
                && !wish.wants("placement.cells")
                && wish.wants().stream()
                        .filter(w -> w.action().equals("sim.analyse"))
                        .map(w -> w.params().path("metric").asString(""))
                        .anyMatch(INTRINSIC::contains);
    }

    private static final Set<String> INTRINSIC =
            Set.of("f_i", "input_resistance", "resting_potential", "attenuation", "psp_amplitude");

    /** Experiments that need one cell only: a clamp or one synapse, no network being named. */
    static boolean singleCell(ObjectNode run) {
        var kind = run.path("stimuli").path(0).path("kind").asString("");
        return kind.equals("voltage_clamp") || kind.equals("synaptic_event") || kind.equals("epsp_current");
    }

    static boolean usesCircuit(Wish wish, WorkspaceView workspace) {
        return workspace.circuit() != null && !wish.wants("atlas.region");
    }

    Plan plan(List<String> questions) {
        boolean circuit = usesCircuit(wish, workspace);
        boolean network = network(wish);
        Set<String> there = circuit
                ? Chain.has(
                        java.util.Objects.requireNonNull(workspace.circuit()).stages_done())
                : new HashSet<>();
        for (var want : wish.wants()) {
            add(want);
        }
        there.removeAll(outdated());
        var actions = new ArrayList<>(
                wish.wants().stream().map(Want::action).distinct().toList());
        if (u.has("word.rebuild") && circuit) {
            new ArrayList<>(actions)
                    .forEach(a -> chain.downstream(a, there).stream()
                            .filter(d -> !actions.contains(d))
                            .forEach(d -> {
                                actions.add(d);
                                drafts.add(new Draft(d, JsonNodeFactory.instance.objectNode(), rank(d)));
                            }));
        }
        if (wish.wholeStudy()) {
            study(actions);
        }
        if (wish.plastic()) {
            plot("plasticity", actions);
        }
        if (comparesBarcodes()) {
            plot("barcode", actions);
        }
        for (var action : chain.missing(actions, there, network, further(there, circuit))) {
            drafts.add(new Draft(action, JsonNodeFactory.instance.objectNode(), rank(action)));
        }
        drafts.sort(Comparator.comparingInt(Draft::rank));
        var completion =
                new Completion(defaults, wish, workspace, assumptions, network && !wish.wants("agent.create"), plugged);
        drafts.forEach(d -> completion.complete(d.action(), d.params()));
        completion.fitTogether(drafts.stream()
                .collect(HashMap::new, (m, d) -> m.putIfAbsent(d.action(), d.params()), HashMap::putAll));
        var steps = steps(network, further(there, circuit));
        var variants = variants();
        return new Plan(
                Plan.SCHEMA,
                1,
                u.text(),
                new HypothesisWriter(u, wish).write(steps, variants),
                steps,
                variants,
                List.copyOf(assumptions.values()),
                null,
                questions);
    }

    /** A plot that belongs to what was asked for, where no other is. */
    private void plot(String kind, List<String> actions) {
        if (!actions.contains("render.plot")) {
            actions.add("render.plot");
            var plots = JsonNodeFactory.instance.objectNode();
            plots.putArray("plots").add(kind);
            drafts.add(new Draft("render.plot", plots, rank("render.plot")));
        }
    }

    private boolean comparesBarcodes() {
        return wish.wants().stream()
                .filter(w -> w.action().equals("synthesis.analyse"))
                .anyMatch(w -> w.params().path("feature").asString("").equals("persistence")
                        && w.params().path("against").asString("").equals("reconstructions"));
    }

    private void add(Want want) {
        drafts.add(new Draft(want.action(), want.params().deepCopy(), rank(want.action())));
        want.derived().forEach((path, derived) -> {
            var value = want.params().at("/" + path.replace('.', '/'));
            var at = want.action() + "." + path;
            if (!value.isMissingNode()) {
                assumptions.put(
                        at,
                        new Assumption(at, value, "1", "from your words: " + derived.how(), derived.alternatives()));
            }
        });
    }

    /** A plug-in's action stands where its part does; one that plays none, right behind all that it reads. */
    private int rank(String action) {
        int own = 2 * Stages.position(plugged.part(action));
        return plugged.follows(action).stream()
                .mapToInt(a -> 2 * Stages.position(a) + 1)
                .reduce(own, Math::max);
    }

    /** What the circuit has that was made from what a plug-in now makes anew. */
    private Set<String> outdated() {
        var outdated = new HashSet<String>();
        for (var want : wish.wants()) {
            if (plugged.find(want.action()).isPresent()
                    && !chain.makes(want.action()).isEmpty()) {
                chain.downstream(want.action(), Set.of("dendrites", "axons", "synapses", "physiology"))
                        .forEach(a -> outdated.add(chain.makes(a)));
            }
        }
        return outdated;
    }

    /** A study of tissue as a whole: what spreads, seen as a raster, a picture and a release that others can open. */
    private void study(List<String> actions) {
        for (var action : List.of("sim.analyse", "render.plot", "render.image", "export.sonata")) {
            if (!actions.contains(action)) {
                actions.add(action);
                drafts.add(new Draft(action, JsonNodeFactory.instance.objectNode(), rank(action)));
            }
        }
    }

    /** What pictures and analyses take depends on what else is asked for. */
    private Map<String, List<String>> further(Set<String> there, boolean circuit) {
        boolean simulates = wish.wants("sim.run") || wish.wholeStudy();
        boolean runs = !workspace.runs().isEmpty() && !simulates;
        Map<String, List<String>> further = new HashMap<>();
        if (!runs) {
            further.put("sim.analyse", List.of("simulation"));
            further.put("render.sound", List.of("simulation"));
            further.put("export.nwb", List.of("simulation"));
            further.put("render.plot", plotTakes());
        }
        boolean pictures = simulates || circuit && !there.isEmpty() || wish.wants("library.search");
        further.put(
                "render.image", simulates ? List.of("axons", "simulation") : pictures ? List.of() : List.of("axons"));
        further.put(
                "render.movie", simulates ? List.of("axons", "simulation") : pictures ? List.of() : List.of("axons"));
        if (simulates && !circuit) {
            further.put("export.sonata", List.of("synapses", "simulation"));
        }
        if (thalamicInput()) {
            further.put("sim.run", List.of("fibres"));
        }
        return further.isEmpty() ? NONE : further;
    }

    /** Whether a stimulus comes from the thalamus: its fibres are then part of the circuit. */
    private boolean thalamicInput() {
        return network(wish)
                && wish.want("sim.run").map(w -> w.params().path("stimuli")).stream()
                        .flatMap(JsonNode::valueStream)
                        .anyMatch(s -> THALAMIC.contains(s.path("source").asString("")));
    }

    /** What all plots of the figure take together; a raster where none was named. */
    private List<String> plotTakes() {
        if (comparesBarcodes() && !wish.wants("render.plot")) {
            return List.of("dendrites");
        }
        var takes = new LinkedHashSet<String>();
        wish.want("render.plot")
                .map(w -> w.params().path("plots"))
                .ifPresent(plots -> plots.forEach(kind -> takes.add(
                        switch (kind.asString()) {
                            case "barcode" -> "dendrites";
                            case "matrix" -> "synapses";
                            case "depth_profile" -> "cells";
                            default -> "simulation";
                        })));
        return takes.isEmpty() ? List.of("simulation") : List.copyOf(takes);
    }

    private List<Step> steps(boolean network, Map<String, List<String>> further) {
        var ids = new StepIds();
        var made = new HashMap<String, String>();
        var steps = new ArrayList<Step>();
        for (var d : drafts) {
            var needs = new LinkedHashSet<String>();
            for (var kind : chain.takes(d.action(), network)) {
                need(made, kind, needs);
            }
            further.getOrDefault(d.action(), List.of()).forEach(kind -> need(made, kind, needs));
            if (d.action().startsWith("library.")
                    || (d.action().equals("render.image") && wish.wants("library.search"))) {
                need(made, "found", needs);
            }
            if (TAKE_FIBRES.contains(d.action())) {
                need(made, "fibres", needs);
            }
            if (TAKE_VESSELS.contains(d.action())) {
                need(made, "vessels", needs);
            }
            if (d.action().equals("export.sonata")) {
                need(made, "wrapped", needs);
            }
            if (isDepthProfile(d)) {
                need(made, DENSITIES, needs); // grouped as they were asked for
            }
            boolean edits = d.action().equals("connectome.edit");
            if (edits) {
                need(made, "physiology", needs);
            }
            var id = ids.of(d.action());
            steps.add(new Step(id, d.action(), d.params(), List.copyOf(needs)));
            if (edits) {
                made.put("synapses", id); // what comes after takes the edited ones
                made.put("physiology", id);
            }
            if (d.action().equals("connectome.mid_range")) {
                made.put("synapses", id); // both together
            }
            if (d.params().path("metric").asString("").equals("density_by_depth")) {
                made.put(DENSITIES, id);
            }
            var kind = d.action().startsWith("library.") ? "found" : chain.makes(d.action());
            if (!kind.isEmpty()) {
                made.put(kind, id);
            }
        }
        return steps;
    }

    private static boolean isDepthProfile(Draft draft) {
        return draft.action().equals("render.plot")
                && draft.params()
                        .path("plots")
                        .valueStream()
                        .anyMatch(p -> p.asString().equals("depth_profile"));
    }

    private static void need(Map<String, String> made, String kind, Set<String> needs) {
        var id = made.get(kind);
        if (id != null) {
            needs.add(id);
        }
    }

    private List<Variant> variants() {
        boolean stimulated =
                wish.want("sim.run").filter(w -> w.params().has("stimuli")).isPresent();
        return wish.variants().isEmpty() && wish.wholeStudy() && stimulated
                ? List.of(
                        new Variant("stimulated", Map.of()),
                        new Variant("control", Map.of("sim.run.stimuli", JsonNodeFactory.instance.arrayNode())))
                : wish.variants();
    }
}
