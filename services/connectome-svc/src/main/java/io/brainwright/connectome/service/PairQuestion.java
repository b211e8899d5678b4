package io.brainwright.connectome.service;

import io.brainwright.connectome.model.pruning.Outcome;
import io.brainwright.connectome.model.pruning.PairCounts;
import io.brainwright.connectome.model.pruning.ReduceAndCut;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.wiring.AppositionFate;
import io.brainwright.connectome.model.wiring.PairHistory;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.JudgedApposition;
import io.brainwright.proto.connectome.v1.PathwayRule;
import io.brainwright.proto.connectome.v1.WhyRequest;
import io.brainwright.proto.connectome.v1.WhyResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers why a pair is, or is not, connected: finds how the synapses were built, and decides over that one pair again.
 *
 * <p>What comes out is held against the counts that the build wrote; where they differ, the answer would be about other synapses,
 * and none is given.
 */
final class PairQuestion {
    private final WhyRequest asked;
    private final Datasets datasets;
    private final ConnectomeStage stage;

    PairQuestion(WhyRequest asked, Datasets datasets, ConnectomeStage stage) {
        this.asked = asked;
        this.datasets = datasets;
        this.stage = stage;
    }

    WhyResponse answer() {
        check();
        var edited = datasets.manifest(ConnectomeRequests.id(asked.getSynapses()));
        var built = builtFrom(edited);
        var request = built.requestInto(ConnectomeRequest.newBuilder()).build();
        var circuit = new Circuit(
                datasets, ConnectomeRequests.id(request.getCells()), ConnectomeRequests.id(request.getMorphologies()));
        require("pre", asked.getPre(), circuit);
        require("post", asked.getPost(), circuit);
        var both = circuit.these(id -> id == asked.getPre() || id == asked.getPost());
        int first = asked.getPre() < asked.getPost() ? 0 : 1;
        var pre = both.get(first);
        var post = both.get(1 - first);
        var rule = new PathwayRules(datasets, stage).of(built, request, pre.type(), post.type());
        var history = PairHistory.of(
                pre,
                post,
                stage.rules(request, datasets),
                new ReduceAndCut(rule.getKeep(), rule.getCut()),
                rule.getActiveFraction(),
                request.getSeed());
        var stored = new StoredPair(datasets, stage.chunks(request, datasets), asked.getPre(), asked.getPost());
        requireSame(history, stored.of(built));
        return response(pre, post, rule, history, stored.edits(edited));
    }

    private void check() {
        var faults = new ArrayList<FieldFault>();
        ConnectomeRequests.checkDataset("synapses", asked.getSynapses(), faults);
        if (asked.getPre() == asked.getPost()) {
            faults.add(new FieldFault("post", "is the cell itself; axons make no synapses on their own cell here."));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The question about a pair cannot be answered.", faults);
        }
    }

    /** The build behind any number of edits. */
    private Manifest builtFrom(Manifest manifest) {
        var built = manifest;
        while (built.stage().equals("connectome-edit") || built.stage().equals("connectome-midrange")) {
            built = datasets.manifest(built.inputs().getFirst());
        }
        if (!built.stage().equals(stage.name())) {
            throw Problem.invalid(
                    "The question about a pair cannot be answered.",
                    List.of(new FieldFault(
                            "synapses",
                            "Dataset %s was made by '%s', which keeps no appositions; name synapses of 'connectome'."
                                    .formatted(built.id().brief(), built.stage()))));
        }
        if (built.version() != stage.version()) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "ANOTHER_ALGORITHM",
                    "The synapses %s were built by version %d of the wiring; this is version %d."
                            .formatted(built.id().brief(), built.version(), stage.version()),
                    "Build them again; then a pair can be decided over again.",
                    Map.of("dataset", built.id().hex(), "version", String.valueOf(built.version())));
        }
        return built;
    }

    private static void require(String field, long id, Circuit circuit) {
        long[] all = circuit.nodeIds();
        if (java.util.Arrays.binarySearch(all, id) < 0) {
            var range =
                    all.length == 0 ? "it holds none" : "ids run from %d to %d".formatted(all[0], all[all.length - 1]);
            throw Problem.invalid(
                    "The question about a pair cannot be answered.",
                    List.of(new FieldFault(
                            field,
                            "is %s; this circuit has no such neuron, %s."
                                    .formatted(Long.toUnsignedString(id), range))));
        }
    }

    private void requireSame(PairHistory history, StoredPair.Counts stored) {
        var again = new StoredPair.Counts(
                history.appositions().size(),
                history.count(AppositionFate.NEAR_SOMA),
                history.count(AppositionFate.PART),
                history.count(AppositionFate.REDUCTION),
                history.count(AppositionFate.CUT),
                history.count(AppositionFate.ACTIVATION),
                history.count(AppositionFate.SYNAPSE));
        if (!again.equals(stored)) {
            throw new Problem(
                    Kind.INTERNAL,
                    "PAIR_NOT_REPRODUCED",
                    "Cells %d and %d come out as %s; the build wrote %s."
                            .formatted(asked.getPre(), asked.getPost(), again, stored),
                    "Report this: the same request should give the same appositions.",
                    Map.of("pre", String.valueOf(asked.getPre()), "post", String.valueOf(asked.getPost())));
        }
    }

    private static WhyResponse response(
            PlacedCell pre, PlacedCell post, PathwayRule rule, PairHistory history, StoredPair.Edits edits) {
        var response = WhyResponse.newBuilder()
                .setPreMType(pre.type().mtype())
                .setPostMType(post.type().mtype())
                .setVerdict(verdict(history, edits))
                .setReachUm(history.reach_um())
                .setLeastPathUm(history.leastPath_um())
                .setRemovedByEdit(edits.removed())
                .setAddedByEdit(edits.added())
                .setRule(rule)
                .setConnectionChance(chance(history.allowed(), rule));
        if (!Double.isNaN(history.nearestGap_um())) {
            response.setNearestGapUm(history.nearestGap_um());
        }
        history.appositions().forEach(one -> response.addAppositions(row(one)));
        return response.build();
    }

    private static JudgedApposition row(PairHistory.Judged one) {
        var site = one.contact().afferent();
        return JudgedApposition.newBuilder()
                .setFate(one.fate().name())
                .setAfferentSectionId(site.section())
                .setAfferentSectionType(site.sectionType())
                .setAfferentSectionPos(site.sectionPos())
                .setX(site.surfaceX_um())
                .setY(site.surfaceY_um())
                .setZ(site.surfaceZ_um())
                .setAxonPathUm(one.contact().axonPath_um())
                .setGapUm(Math.max(0, one.contact().gap_um()))
                .build();
    }

    /** What decided: the rule that took the last of them. */
    private static String verdict(PairHistory history, StoredPair.Edits edits) {
        if (edits.left() > 0) {
            return edits.added() > 0 ? "ADDED" : "CONNECTED";
        }
        if (edits.removed() > 0) {
            return "EDIT";
        }
        if (history.appositions().isEmpty()) {
            return "OUT_OF_REACH";
        }
        return history.appositions().stream()
                .map(PairHistory.Judged::fate)
                .max(AppositionFate::compareTo)
                .orElseThrow()
                .name();
    }

    private static double chance(int allowed, PathwayRule rule) {
        if (allowed == 0) {
            return 0;
        }
        var one = new PairCounts();
        one.add(allowed, 1);
        return rule.getActiveFraction()
                * Outcome.of(one, new ReduceAndCut(rule.getKeep(), rule.getCut()))
                        .connections();
    }
}
