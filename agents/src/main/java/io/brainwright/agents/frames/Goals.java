package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.language.Word;

/**
 * Which actions a request is about, told by what it names; parameters come later.
 *
 * <p>Each family of actions has its own rules: one class each, and they may ask each other.
 */
final class Goals {
    final NotebookGoals notebook;
    final LibraryGoals library;
    final AtlasGoals atlas;
    final TissueGoals tissue;
    final GrowthGoals growth;
    final WiringGoals wiring;
    final RewiringGoals rewiring;
    final StimulusGoals stimuli;
    final ActivityGoals activity;
    final PictureGoals pictures;

    private final Reading reading;
    private final Utterance u;

    Goals(Reading reading) {
        this.reading = reading;
        this.u = reading.u();
        this.notebook = new NotebookGoals(this);
        this.library = new LibraryGoals(this);
        this.atlas = new AtlasGoals(this);
        this.tissue = new TissueGoals(this);
        this.growth = new GrowthGoals(this);
        this.wiring = new WiringGoals(this);
        this.rewiring = new RewiringGoals(this);
        this.stimuli = new StimulusGoals(this);
        this.activity = new ActivityGoals(this);
        this.pictures = new PictureGoals(this);
    }

    Reading reading() {
        return reading;
    }

    boolean path() {
        return u.words().stream().anyMatch(w -> w.sort() == Word.Sort.PATH);
    }

    boolean question() {
        return u.isQuestion();
    }

    boolean onlyNames() {
        return u.family("verb").isEmpty();
    }

    /** The pipeline from atlas to synapses, by name. */
    boolean pipeline() {
        return u.has("word.pipeline");
    }

    /** A region of the cortex that is neither thalamic nor the sheet that holds the others. */
    static boolean corticalPart(Named n) {
        return !thalamicName(n) && !n.name().equals("nbS1") && !n.name().equals("S1");
    }

    static boolean thalamicName(Named n) {
        return n.name().equals("VPM")
                || n.name().equals("POm")
                || n.name().equals("PO")
                || n.name().equals("TH");
    }
}
