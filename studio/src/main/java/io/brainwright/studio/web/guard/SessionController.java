package io.brainwright.studio.web.guard;

import io.brainwright.agents.chat.Conversation;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page must know first: the token of this session, whose workspace it is, who answers. */
@RestController
final class SessionController {
    private final Session session;
    private final Conversation conversation;
    private final String workspace;

    SessionController(Session session, Conversation conversation, @Value("${brainwright.workspace}") String workspace) {
        this.session = session;
        this.conversation = conversation;
        this.workspace = workspace;
    }

    @GetMapping("/api/session")
    ResponseEntity<Map<String, Object>> session() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of(
                        "token", session.token(),
                        "workspace", workspace,
                        "model", conversation.model(),
                        "has_model", conversation.hasModel()));
    }
}
