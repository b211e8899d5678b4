package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Utterance;
import org.jspecify.annotations.Nullable;

/** Which values of the last plan words change: each said thing finds its place in that plan. */
final class EditReader {
    private final Utterance u;
    private final PatchWriter patch;
    private final Wish wish;
    private final @Nullable String changed;

    /** @param changed the number that was changed last; null: none */
    EditReader(Utterance utterance, PatchWriter patch, Wish wish, @Nullable String changed) {
        this.changed = changed;
        this.u = utterance;
        this.patch = patch;
        this.wish = wish;
    }

    void read() {
        new EditRemovals(u, patch, wish).removals();
        var additions = new EditAdditions(u, patch, wish);
        boolean added = additions.addedStimulus() | additions.addedRecording();
        new EditBlocks(u, patch, wish).blocks();
        if (added) {
            additions.conditionsBeside();
        } else {
            var values = new EditValues(u, patch, wish, new Slots(u, patch, changed));
            values.amounts();
            values.factors();
            new EditNames(u, patch).names();
        }
        new EditChoices(u, patch, wish).choices();
        additions.newSteps();
    }
}
