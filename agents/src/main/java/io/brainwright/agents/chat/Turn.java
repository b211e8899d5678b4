package io.brainwright.agents.chat;

import io.brainwright.agents.experts.Expert;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.showing.SceneEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question of the scientist, as the tools see it: what was really said, what was read, and what came of it. */
public final class Turn {
    static final String KEY = "turn";

    /** chosen: three experts in a row can each add something; a fourth is a circle. */
    static final int MOST_HANDOFFS = 3;

    private final List<String> said;
    private final List<String> notices = new ArrayList<>();
    private final List<String> handoffs = new ArrayList<>();
    private @Nullable Expert expert;
    private @Nullable Proposal proposal;
    private @Nullable SceneEdit scene;
    private boolean quotes;
    private boolean guarded;
    private int refusedDrafts;

    /**
     * @param said the scientist's own words in this conversation, the newest last
     * @param expert who answers; null where nobody in particular
     */
    public Turn(List<String> said, @Nullable Expert expert) {
        this.said = List.copyOf(said);
        this.expert = expert;
        this.guarded = expert != null && expert.own();
    }

    /** The scientist's own words in this conversation, the newest last. */
    List<String> said() {
        return said;
    }

    /** The words of this question. */
    public String own() {
        return said.getLast();
    }

    /** Whether text that others wrote has been read in this turn. */
    public synchronized boolean hasReadQuotes() {
        return quotes;
    }

    synchronized void readsQuotes() {
        quotes = true;
    }

    /** Holds plans to what the words ask for, because a file other than ours tells the model how to be. */
    synchronized void guard() {
        guarded = true;
    }

    /** Whether a plan may hold only what the words themselves ask for. */
    synchronized boolean onlyAsked() {
        return quotes || guarded;
    }

    synchronized @Nullable Expert expert() {
        return expert;
    }

    /** Passes the question on; false where it has been passed on often enough. */
    synchronized boolean handOver(Expert to, String why) {
        if (handoffs.size() >= MOST_HANDOFFS) {
            return false;
        }
        var from = expert;
        handoffs.add("%s hands over to %s: %s".formatted(from == null ? "brainwright" : from.name(), to.name(), why));
        expert = to;
        guarded |= to.own();
        return true;
    }

    synchronized List<String> handoffs() {
        return List.copyOf(handoffs);
    }

    synchronized void propose(Proposal made) {
        proposal = made;
    }

    synchronized @Nullable Proposal proposal() {
        return proposal;
    }

    /** A change of the scene was made in this turn. */
    public synchronized void show(SceneEdit made) {
        scene = made;
    }

    synchronized @Nullable SceneEdit scene() {
        return scene;
    }

    /** Counts a plan of a chat model that did not pass; gives how many there were. */
    synchronized int refuseDraft() {
        return ++refusedDrafts;
    }

    /** Something that the scientist must know of how the answer came about; each is told once. */
    synchronized void notice(String words) {
        if (!notices.contains(words)) {
            notices.add(words);
        }
    }

    synchronized List<String> notices() {
        return List.copyOf(notices);
    }
}
