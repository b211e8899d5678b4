package io.brainwright.studio.cli;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.brainwright.agents.run.CircuitRecord;
import io.brainwright.agents.run.Services;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.JudgedApposition;
import io.brainwright.proto.connectome.v1.WhyRequest;
import io.brainwright.proto.connectome.v1.WhyResponse;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.grpc.StatusRuntimeException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why two cells of a built circuit are connected, or are not. */
@Command(
        name = "why",
        description = {
            "Why is there a synapse from one cell to another, or none? Every apposition of the pair with the rule that removed it.",
            "The pair is decided anew from its two cells, with the draws of the build, and held against the counts that the build wrote."
        },
        mixinStandardHelpOptions = true)
final class ConnectomeWhyCommand implements Runnable {
    private static final String[] PARTS = {"?", "soma", "axon", "basal dendrite", "apical dendrite"};

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Parameters(index = "0", paramLabel = "PRE", description = "Node id of the cell whose axon is meant.")
    private long pre;

    @Parameters(index = "1", paramLabel = "POST", description = "Node id of the other cell.")
    private long post;

    @Option(
            names = "--synapses",
            paramLabel = "ID",
            description = "Full id of the synapses, or of an edit of them (default: the circuit built last).")
    private String synapses = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        try (var running = platform.start()) {
            var request = WhyRequest.newBuilder()
                    .setSynapses(DatasetRef.newBuilder().setId(synapses.isEmpty() ? lastBuilt() : synapses))
                    .setPre(pre)
                    .setPost(post)
                    .build();
            var answer = running.part(Services.class).connectome().why(request);
            if (json) {
                System.out.println(
                        JsonFormat.printer().preservingProtoFieldNames().print(answer));
            } else {
                print(answer, System.out);
            }
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        } catch (InvalidProtocolBufferException impossible) {
            throw new AssertionError("an answer without Any prints as JSON", impossible);
        }
    }

    private String lastBuilt() {
        var id = CircuitRecord.read(platform.workspace())
                .map(c -> c.datasets().getOrDefault("connectome", ""))
                .orElse("");
        if (id.isEmpty()) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "NO_CIRCUIT",
                    "No wired circuit has been built in %s yet.".formatted(platform.workspace()),
                    "Build one with 'brainwright ask', or name synapses with --synapses.",
                    Map.of("workspace", platform.workspace().toString()));
        }
        return id;
    }

    private void print(WhyResponse answer, PrintStream out) {
        out.printf("Cell %d (%s) to cell %d (%s): ", pre, answer.getPreMType(), post, answer.getPostMType());
        out.println(sentence(answer));
        var rule = answer.getRule();
        if (answer.getAppositionsCount() > 0) {
            out.printf(
                    Locale.ROOT,
                    "Of this pathway %.3g of the appositions should become synapses%s. A pair like this one connects with a chance of %.3g.%n%n",
                    rule.getBoutonReduction(),
                    rule.getReachable() ? "" : " and only %.3g can be reached".formatted(rule.getReachableShare()),
                    answer.getConnectionChance());
            out.printf("%-12s %-28s %12s %10s%n", "fate", "on the target", "axon path", "gap");
            answer.getAppositionsList().forEach(a -> line(a, out));
        }
    }

    private static void line(JudgedApposition a, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-12s %-28s %9.1f um %7.2f um%n",
                a.getFate().toLowerCase(Locale.ROOT).replace('_', ' '),
                "%s, section %d at %.2f"
                        .formatted(
                                PARTS[Math.min(PARTS.length - 1, a.getAfferentSectionType())],
                                a.getAfferentSectionId(),
                                a.getAfferentSectionPos()),
                a.getAxonPathUm(),
                a.getGapUm());
    }

    static String sentence(WhyResponse answer) {
        int found = answer.getAppositionsCount();
        var rule = answer.getRule();
        return switch (answer.getVerdict()) {
            case "CONNECTED" -> "%d of %d appositions became synapses.".formatted(count(answer, "SYNAPSE"), found);
            case "OUT_OF_REACH" ->
                answer.hasNearestGapUm()
                        ? "no synapse, since the axon never comes near: %.1f um at the nearest, %.1f um would touch."
                                .formatted(answer.getNearestGapUm(), answer.getReachUm())
                        : "no synapse, since the cell has no axon.";
            case "NEAR_SOMA" ->
                "no synapse: all %d appositions lie within %.0f um of the axon's soma along the axon, where no boutons grow."
                        .formatted(found, answer.getLeastPathUm());
            case "PART" ->
                "no synapse: %d of %d appositions lie on parts of the target that this axon does not contact, none is left."
                        .formatted(count(answer, "PART"), found);
            case "REDUCTION" ->
                "no synapse: of %d appositions that the rules allow none passed the first step of pruning, which keeps each with a chance of %.3g."
                        .formatted(count(answer, "REDUCTION"), rule.getKeep());
            case "CUT" ->
                "no synapse: what was left after the first step (%d) is too weak a connection; half of them survive at %.1f."
                        .formatted(count(answer, "CUT"), rule.getCut());
            case "ACTIVATION" ->
                "no synapse: the connection of %d passed two steps; the last keeps %.3g of such connections, so that the axon has as many boutons as measured."
                        .formatted(count(answer, "ACTIVATION"), rule.getActiveFraction());
            case "EDIT" -> "no synapse: an edit took %d synapses away.".formatted(answer.getRemovedByEdit());
            case "ADDED" ->
                "an edit gave %d synapses to this pair; its own appositions (%d) are not what decided."
                        .formatted(answer.getAddedByEdit(), found);
            default -> "the answer is %s.".formatted(answer.getVerdict());
        };
    }

    private static long count(WhyResponse answer, String fate) {
        return answer.getAppositionsList().stream()
                .filter(a -> a.getFate().equals(fate))
                .count();
    }
}
