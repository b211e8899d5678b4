package io.brainwright.agents.plugged;

import io.brainwright.agents.plan.Plugged;
import io.brainwright.agents.plan.PluggedAction;
import io.brainwright.agents.plan.PluggedActions;
import io.brainwright.proto.plugin.v1.ListStagesRequest;
import io.brainwright.proto.plugin.v1.PluggedStage;
import io.brainwright.proto.plugin.v1.PluginServiceGrpc.PluginServiceBlockingStub;
import io.grpc.StatusRuntimeException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What the plugin service tells of plugged-in stages; asked again when it is more than two seconds old. */
public final class PluggedStages implements Plugged {
    private static final System.Logger LOG = System.getLogger(PluggedStages.class.getName());
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    /** chosen: one request of a scientist asks several times */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final PluginServiceBlockingStub service;
    private PluggedActions known = PluggedActions.NONE;
    private long askedNanos;
    private boolean asked;

    public PluggedStages(PluginServiceBlockingStub service) {
        this.service = service;
    }

    /** All that are listed, ready or not. */
    public List<PluggedStage> stages() {
        return service.withDeadlineAfter(ANSWER_WITHIN)
                .listStages(ListStagesRequest.getDefaultInstance())
                .getStagesList();
    }

    @Override
    public synchronized PluggedActions actions() {
        if (!asked || System.nanoTime() - askedNanos > FRESH.toNanos()) {
            known = new PluggedActions(
                    stages().stream().flatMap(s -> Told.actions(s).stream()).toList());
            askedNanos = System.nanoTime();
            asked = true;
        }
        return known;
    }

    @Override
    public Optional<Cost> cost(PluggedAction action, ObjectNode params, ObjectNode region) {
        try {
            var cost = service.withDeadlineAfter(ANSWER_WITHIN)
                    .estimate(PluggedRequests.of(action, params, region).build());
            return Optional.of(new Cost(
                    cost.getSeconds(),
                    cost.getMemoryBytes(),
                    cost.getDiskBytes(),
                    cost.getAmount(),
                    cost.getUnit(),
                    cost.getNotesList()));
        } catch (StatusRuntimeException silent) {
            LOG.log(Level.WARNING, "{0} gave no estimate: {1}", action.name(), silent.getStatus());
            return Optional.empty();
        }
    }
}
