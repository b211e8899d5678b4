package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what is odd or wrong in one file, and says whether a repairable error is to be repaired. */
final class Findings {
    private static final int SHOWN = 20; // chosen: a screenful

    private final Path file;
    private final boolean repair;
    private final List<Finding> list = new ArrayList<>();

    Findings(Path file, boolean repair) {
        this.file = file;
        this.repair = repair;
    }

    Path file() {
        return file;
    }

    void warn(String code, String where, String found, String allowed) {
        list.add(new Finding(Severity.WARNING, code, where, found, allowed, "", ""));
    }

    void error(String code, String where, String found, String allowed) {
        list.add(new Finding(Severity.ERROR, code, where, found, allowed, "", ""));
    }

    void clash(String code, String where, String found, String allowed, String clash) {
        list.add(new Finding(Severity.ERROR, code, where, found, allowed, clash, ""));
    }

    /** Notes an error that can be repaired; the answer says whether the caller shall do so now. */
    boolean repairable(String code, String where, String found, String allowed, String clash, String how) {
        var finding = new Finding(Severity.ERROR, code, where, found, allowed, clash, how);
        list.add(repair ? finding.repaired() : finding);
        return repair;
    }

    /** Notes an error after which nothing more can be read. */
    Problem fatal(String code, String where, String found, String allowed) {
        error(code, where, found, allowed);
        return problem();
    }

    List<Finding> list() {
        return List.copyOf(list);
    }

    List<Finding> errors() {
        return list.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }

    void stopAtErrors() {
        if (!errors().isEmpty()) {
            throw problem();
        }
    }

    private Problem problem() {
        var errors = errors();
        var first = errors.getFirst();
        var name = String.valueOf(file.getFileName());
        var faults = errors.stream()
                .limit(SHOWN)
                .map(f -> new FieldFault(name + ", " + f.where(), f.sentence(name)))
                .toList();
        var what = first.sentence(name);
        if (errors.size() > 1) {
            what += " And %d more: %s"
                    .formatted(
                            errors.size() - 1,
                            String.join(
                                    " ",
                                    faults.stream()
                                            .skip(1)
                                            .map(FieldFault::fault)
                                            .toList()));
        }
        boolean repairable = errors.stream().allMatch(Finding::isRepairable);
        return new Problem(
                Kind.INVALID,
                "MORPHOLOGY_UNREADABLE",
                what,
                repairable
                        ? "All of it can be repaired: 'brainwright morphology convert --repair'."
                        : "Allowed: %s.".formatted(first.allowed()),
                Map.of(
                        "file", file.toString(),
                        "where", first.where(),
                        "code", first.code(),
                        "found", first.found(),
                        "allowed", first.allowed(),
                        "errors", String.valueOf(errors.size())),
                faults,
                null);
    }
}
