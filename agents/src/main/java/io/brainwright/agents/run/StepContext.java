package io.brainwright.agents.run;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Progress;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** All that an executor may know and use while it runs one step. */
public interface StepContext {
    Plan plan();

    Step step();

    /** The step's parameters under this setting: variants are in place, every sweep is one value. A copy. */
    ObjectNode params();

    /** The setting: variant, swept values, repeat. */
    Setting setting();

    Services services();

    Datasets datasets();

    /** Folder of the study; pictures and releases go there. It exists. */
    Path folder();

    /** The scientist's workspace. */
    Path workspace();

    /** The dataset of a kind that this step's needs made under this setting, else that of the workspace's circuit. */
    Optional<DatasetRef> input(DatasetKind kind);

    /**
     * The same where the step cannot do without.
     *
     * @throws Problem PRECONDITION that names what must be built first
     */
    DatasetRef require(DatasetKind kind);

    /** Parameters of the step of that action that this one needs, under this setting; of the workspace's circuit else; empty where there are none. */
    ObjectNode upstream(String action);

    /** All simulations so far that this step may see, in the order of their making. */
    List<SimulationRun> runs();

    /** All outcomes so far of the steps that this one needs, under all settings. */
    List<StepOutcome> outcomes();

    /** Calls a stage, shows its progress, and gives the dataset that it built. */
    DatasetRef build(String stage, Supplier<Iterator<BuildProgress>> call);

    /** Shows progress. */
    void progress(Progress progress);

    /** Says that a file was written. */
    void wrote(String what);
}
