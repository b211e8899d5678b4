package io.brainwright.agents;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.chat.CallLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;

/** Writes the calls of a conversation into the audit log. */
final class AuditedCalls implements CallLog {
    private static final Set<String> EDITS = Set.of("edit", "undo", "scene");

    private final Audit audit;

    AuditedCalls(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void tool(String name, String arguments, String outcome, Duration took) {
        audit.record(AuditLine.Kind.TOOL, name, Map.of("arguments", arguments), outcome(outcome), took, null);
    }

    @Override
    public void turn(String words, String came, @Nullable String plan, Duration took) {
        var kind = EDITS.contains(came) ? AuditLine.Kind.EDIT : AuditLine.Kind.TURN;
        audit.record(kind, came, Map.of("words", words), AuditLine.OK, took, plan);
    }

    @Override
    public void model(String model, int messages, String outcome, @Nullable Usage usage, Duration took) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("messages", messages);
        if (usage != null && usage.getPromptTokens() != null && usage.getCompletionTokens() != null) {
            facts.put("tokens_read", usage.getPromptTokens());
            facts.put("tokens_written", usage.getCompletionTokens());
        }
        audit.record(AuditLine.Kind.MODEL, model, facts, outcome(outcome), took, null);
    }

    private static String outcome(String outcome) {
        return outcome.equals(CallLog.OK) ? AuditLine.OK : outcome;
    }
}
