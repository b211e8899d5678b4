package io.brainwright.agents.planner;

import io.brainwright.agents.language.Reading;
import io.brainwright.agents.language.RequestReader;
import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanChecks;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** From words to a proposal, offline and the same every time. */
public final class Planner {
    private static final int FEW_HITS = 2;

    private final TissueFacts facts;
    private final Defaults defaults = Defaults.open();
    private final PlanChecks checks = new PlanChecks();

    public Planner(TissueFacts facts) {
        this.facts = facts;
    }

    /**
     * Proposes a plan, asks, or declines. Nothing is run.
     *
     * @param words the scientist's request
     * @param workspace where it is asked
     * @throws Problem INVALID for a request without words
     */
    public Proposal propose(String words, WorkspaceView workspace) {
        if (words.isBlank()) {
            throw Problem.invalid(
                    "The request is empty.",
                    List.of(new FieldFault("request", "Say what you want to know, in a sentence.")));
        }
        var reading = RequestReader.read(words);
        if (isOffTopic(reading)) {
            return new Proposal.Decline(
                    "off_topic",
                    "This is no question about brain tissue that I can build and simulate.",
                    List.of(
                            "Build a part of the rat's somatosensory cortex, stimulate a layer, and see its activity."));
        }
        var faults = new ArrayList<>(reading.faults());
        unclear(reading, faults);
        var region = reading.tissue().region();
        if (!faults.isEmpty() || region == null) {
            return ask(reading, faults);
        }
        return draft(reading, region, workspace);
    }

    private Proposal draft(Reading reading, String region, WorkspaceView workspace) {
        var plan = new PlanDraft(defaults, reading, region).plan();
        var faults = new ArrayList<FieldFault>();
        plan.steps().forEach(s -> faults.addAll(defaults.outOfLimits(s.action(), s.params())));
        timing(plan, faults);
        if (!faults.isEmpty()) {
            return ask(reading, faults);
        }
        var tissue = facts.describe(region);
        double area_um2 = area(reading, plan, tissue);
        double holds = tissue.neurons(area_um2, reading.tissue().layers()) * scale(reading);
        tissueFits(reading, region, tissue, area_um2, holds, faults);
        if (!faults.isEmpty()) {
            return ask(reading, faults);
        }
        double cells = reading.tissue().count() == null
                ? Math.rint(holds)
                : reading.tissue().count();
        var complete = checks.passed(withFacts(plan, reading, tissue, holds), reading.said());
        var cost = new Costs(defaults).of(complete, cells);
        return cost.memory_bytes() > workspace.memory_bytes()
                ? tooLarge(cells, cost.memory_bytes(), workspace)
                : ready(complete.withEstimate(cost));
    }

    private static Proposal ready(Plan plan) {
        return new Proposal.Ready(plan, List.of(), PlanText.render(plan));
    }

    private static boolean isOffTopic(Reading reading) {
        var t = reading.tissue();
        boolean field = t.region() != null
                || t.column()
                || t.rat()
                || reading.stimulus() != null
                || t.count() != null
                || !t.layers().isEmpty()
                || !reading.faults().isEmpty();
        return !field && (reading.hits() < FEW_HITS || reading.unknown().size() * 2 >= reading.hits());
    }

    private static void unclear(Reading reading, List<FieldFault> faults) {
        if (!reading.goalUnknown().isEmpty() || reading.unknown().size() > reading.hits() / 2) {
            var words = reading.goalUnknown().isEmpty() ? reading.unknown() : reading.goalUnknown();
            faults.add(new FieldFault(
                    "request",
                    "I do not know what '%s' means here; say it in other words or leave it away."
                            .formatted(String.join("', '", words))));
        }
        if (reading.tissue().region() == null
                && reading.faults().stream()
                        .noneMatch(f -> f.field().equals("region") || f.field().equals("species"))) {
            faults.add(
                    new FieldFault(
                            "region",
                            "Which region? The atlas has S1HL (hindlimb), S1FL (forelimb), S1Tr (trunk), S1J (jaw), "
                                    + "S1Sh (shoulder), S1ULp (upper lip), S1DZ and S1DZO (dysgranular) of the rat, and nbS1, the whole sheet."));
        }
    }

    private static Proposal ask(Reading reading, List<FieldFault> faults) {
        var lines = String.join(
                " ", faults.stream().map(FieldFault::fault).distinct().toList());
        return new Proposal.Question(lines, Understood.of(reading), faults, List.of());
    }

    private static void timing(Plan plan, List<FieldFault> faults) {
        for (var run : plan.steps("sim.run")) {
            double end = run.params().path("duration_ms").asDouble();
            for (var s : run.params().path("stimuli")) {
                double onset = s.path("time_ms").asDouble();
                if (onset >= end) {
                    faults.add(new FieldFault(
                            "sim.run.stimuli.0.time_ms",
                            "The stimulus at %s ms comes after the end of the simulation at %s ms; give an earlier onset or a longer duration."
                                    .formatted(s.path("time_ms"), run.params().path("duration_ms"))));
                }
                if (s.path("amplitude_nA").asDouble() == 0) {
                    faults.add(new FieldFault(
                            "sim.run.stimuli.0.amplitude_nA",
                            "A current of 0 nA does nothing; give, for example, 0.5 nA."));
                }
                var layers = plan.steps("atlas.region").getFirst().params().path("layers");
                for (var layer : s.path("target").path("layer")) {
                    if (!layers.isEmpty() && layers.valueStream().noneMatch(layer::equals)) {
                        faults.add(new FieldFault(
                                "sim.run.stimuli.0.target.layer",
                                "Layer %s is stimulated but not built; the tissue has layers %s."
                                        .formatted(layer, layers)));
                    }
                }
            }
        }
    }

    private static double scale(Reading reading) {
        var scale = reading.tissue().density_scale();
        return scale == null ? 1 : scale;
    }

    private static double area(Reading reading, Plan plan, TissueFacts.Region tissue) {
        if (reading.tissue().whole()) {
            return tissue.area_um2();
        }
        var shape = plan.steps("atlas.region").getFirst().params().path("shape");
        double width_um = shape.has("radius_um")
                ? 2 * shape.path("radius_um").asDouble()
                : shape.path("width_um").asDouble();
        return Math.PI / 4 * width_um * width_um;
    }

    private static void tissueFits(
            Reading reading,
            String region,
            TissueFacts.Region tissue,
            double area_um2,
            double holds,
            List<FieldFault> faults) {
        if (area_um2 > tissue.area_um2()) {
            faults.add(new FieldFault(
                    "atlas.region.shape.width_um",
                    "%s has %.2f mm2 of surface, a column of at most %.0f um across; ask for a narrower one or the whole region."
                            .formatted(
                                    region,
                                    tissue.area_mm2(),
                                    Math.floor(Math.sqrt(tissue.area_um2() * 4 / Math.PI)))));
        }
        var count = reading.tissue().count();
        if (count != null && count > holds) {
            double wider = Math.ceil(Math.sqrt(area_um2 * count / Math.max(holds, 1) * 4 / Math.PI));
            faults.add(new FieldFault(
                    "placement.cells.count",
                    "The shape holds about %.0f neurons, fewer than the %.0f asked for; take fewer, or a column at least %.0f um wide."
                            .formatted(Math.floor(holds), count, wider)));
        }
    }

    /** The plan with what the atlas assumed, and with what thinning does. */
    private static Plan withFacts(Plan plan, Reading reading, TissueFacts.Region tissue, double holds) {
        Map<String, Assumption> all = new LinkedHashMap<>();
        plan.assumptions().forEach(a -> all.put(a.path(), a));
        tissue.assumptions().forEach(a -> all.putIfAbsent(a.path(), a));
        var count = reading.tissue().count();
        if (count != null && count < holds) {
            double kept = count / holds;
            all.put(
                    "placement.cells.thinning",
                    new Assumption(
                            "placement.cells.thinning",
                            JsonNodeFactory.instance.numberNode(Math.rint(kept * 1e4) / 1e4),
                            "1",
                            "from your count: the shape holds about %.0f neurons; all types are thinned alike, so each cell keeps about %.0f %% of its partners and of its input"
                                    .formatted(holds, kept * 100),
                            List.of("all %.0f neurons".formatted(holds), "a narrower column with the same count")));
        }
        return plan.withAssumptions(List.copyOf(all.values()));
    }

    private Proposal tooLarge(double cells, long memory_bytes, WorkspaceView workspace) {
        double fits = Math.floor((workspace.memory_bytes() - defaults.cost("memory_bytes_base"))
                / defaults.cost("memory_bytes_per_cell"));
        if (fits < 1) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "MACHINE_TOO_SMALL",
                    "This machine has too little memory for any tissue.",
                    "",
                    Map.of());
        }
        return new Proposal.Decline(
                "too_large",
                "%.0f neurons need about %.0f GB of memory; this machine has %.0f GB."
                        .formatted(cells, memory_bytes / 1e9, workspace.memory_bytes() / 1e9),
                List.of(
                        "At most about %.0f neurons in the same shape (say the number).".formatted(fits),
                        "A narrower column, e.g. 150 um wide.",
                        "A fraction of the density, e.g. 10 % density."));
    }
}
