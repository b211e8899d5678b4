package io.brainwright.agents.frames;

import io.brainwright.agents.plan.Variant;
import io.brainwright.neuro.problem.FieldFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request asks for. */
public final class Wish {
    private final List<Want> wants = new ArrayList<>();
    private final List<Variant> variants = new ArrayList<>();
    private final List<FieldFault> faults = new ArrayList<>();
    private final List<String> suggestions = new ArrayList<>();
    private boolean rerun;
    private boolean tiny;
    private boolean wholeStudy;
    private @Nullable Double budget_s;

    /** The actions in the order in which stages follow each other. */
    public List<Want> wants() {
        return wants.stream()
                .sorted(Comparator.comparingInt(w -> Stages.position(w.action())))
                .toList();
    }

    public Optional<Want> want(String action) {
        return wants.stream().filter(w -> w.action().equals(action)).findFirst();
    }

    public boolean wants(String action) {
        return want(action).isPresent();
    }

    /** The want of an action, made where there is none. */
    Want of(String action) {
        return want(action).orElseGet(() -> more(action));
    }

    /** A further want of an action. */
    Want more(String action) {
        var want = new Want(action);
        wants.add(want);
        return want;
    }

    void drop(String action) {
        wants.removeIf(w -> w.action().equals(action));
    }

    void dropMetric(String metric) {
        wants.removeIf(w -> w.action().equals("sim.analyse")
                && w.params().path("metric").asString("").equals(metric));
    }

    /** Settings that are compared. */
    public List<Variant> variants() {
        return variants;
    }

    /** What cannot be as it was said. */
    public List<FieldFault> faults() {
        return faults;
    }

    void fault(String field, String text) {
        if (faults.stream().noneMatch(f -> f.field().equals(field) && f.fault().equals(text))) {
            faults.add(new FieldFault(field, text));
        }
    }

    /** Names that are offered instead. */
    public List<String> suggestions() {
        return suggestions;
    }

    /** Whether it is to run again. */
    public boolean rerun() {
        return rerun;
    }

    void askRerun() {
        rerun = true;
    }

    /** Whether the smallest tissue will do. */
    public boolean tiny() {
        return tiny;
    }

    void askTiny() {
        tiny = true;
    }

    /** Whether synapses change in a run or in one of its variants. */
    public boolean plastic() {
        return want("sim.run")
                        .filter(w -> w.params().path("plasticity").asString("").equals("calcium"))
                        .isPresent()
                || variants.stream()
                        .anyMatch(v -> v.set().containsKey("sim.run.plasticity")
                                && v.set()
                                        .get("sim.run.plasticity")
                                        .asString("")
                                        .equals("calcium"));
    }

    /** Whether tissue is built, run, and looked at as a whole, no measurement being named. */
    public boolean wholeStudy() {
        return wholeStudy;
    }

    void askWholeStudy() {
        wholeStudy = true;
    }

    /** Wall time in s that it may take; null where none was said. */
    public @Nullable Double budget_s() {
        return budget_s;
    }

    void budget(double seconds) {
        budget_s = seconds;
    }
}
