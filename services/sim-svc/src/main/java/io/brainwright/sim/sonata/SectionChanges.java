package io.brainwright.sim.sonata;

import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.mechanism.Scaled;
import io.brainwright.sonata.config.ConditionSettings.Modification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Manipulations of sections: TTX sets the densities of sodium channels to 0; ConfigureAllSections carries out assignments such as
 * {@code %s.gbar_SK = 0; %s.cm *= 2} on every group of sections that has all that they name.
 *
 * <p>Names are NEURON's: {@code PARAMETER_MECHANISM} with our mechanisms' names, {@code cm}, {@code ena}, {@code ek}. Units are
 * ours, which are NEURON's.
 */
final class SectionChanges {
    private final String pointer;
    private final List<Assignment> assignments;

    private SectionChanges(String pointer, List<Assignment> assignments) {
        this.pointer = pointer;
        this.assignments = assignments;
    }

    static SectionChanges of(Modification modification) {
        return new SectionChanges(
                modification.pointer() + "/section_configure",
                modification.ttx()
                        ? List.of()
                        : Assignment.parse(modification.pointer() + "/section_configure", modification.configure()));
    }

    /** The model with sodium channels blocked. */
    static CellModel withoutSodium(CellModel model) {
        var groups = new HashMap<String, Membrane>();
        model.groups().forEach((group, membrane) -> {
            var changed = membrane;
            for (var sodium : List.of(Mechanism.NaTg, Mechanism.Nap)) {
                if (membrane.mechanisms().containsKey(sodium)) {
                    changed = changed.with(sodium, "gbar_S_cm2", 0);
                }
            }
            if (membrane.mechanisms().containsKey(Mechanism.hh)) {
                changed = changed.with(Mechanism.hh, "gnabar_S_cm2", 0);
            }
            groups.put(group, changed);
        });
        return new CellModel(groups, model.ions());
    }

    /** The model after the assignments; empty where no group of its sections has all that they name. */
    Optional<CellModel> apply(CellModel model) {
        var groups = new HashMap<>(model.groups());
        boolean any = false;
        for (var group : model.groups().keySet()) {
            var membrane = model.membrane(group);
            if (assignments.stream().allMatch(a -> has(membrane, a.name()))) {
                any = true;
                var changed = membrane;
                for (var a : assignments) {
                    changed = change(changed, a);
                }
                groups.put(group, changed);
            }
        }
        if (!any) {
            return Optional.empty();
        }
        var ions = model.ions();
        for (var a : assignments) {
            ions = change(ions, a); // the cell's own: once, whatever number of groups has the rest
        }
        return Optional.of(new CellModel(groups, ions));
    }

    String pointer() {
        return pointer;
    }

    /** A parameter of a mechanism by NEURON's name. */
    private record Target(Mechanism mechanism, Mechanism.Parameter parameter) {}

    private static boolean has(Membrane membrane, String name) {
        return name.equals("cm")
                || name.equals("ena")
                || name.equals("ek")
                || target(membrane, name).isPresent();
    }

    private static Optional<Target> target(Membrane membrane, String name) {
        for (var mechanism : membrane.mechanisms().keySet()) {
            for (var parameter : mechanism.parameters()) {
                if (name.equals(bare(parameter.name()) + "_" + mechanism.name())) {
                    return Optional.of(new Target(mechanism, parameter));
                }
            }
        }
        return Optional.empty();
    }

    /** gbar_S_cm2 is NEURON's gbar. */
    static String bare(String parameter) {
        return parameter.replaceFirst("_(S_cm2|mV|ms|mM|1)$", "");
    }

    private static Membrane change(Membrane membrane, Assignment a) {
        if (a.name().equals("cm")) {
            return new Membrane(a.of(membrane.cm_uF_cm2()), membrane.mechanisms());
        }
        var target = target(membrane, a.name());
        if (target.isEmpty()) {
            return membrane;
        }
        var parameter = target.get().parameter();
        var given = membrane.mechanisms().getOrDefault(target.get().mechanism(), Map.of());
        var before = given.getOrDefault(parameter.name(), Scaled.of(parameter.value()));
        var after = a.factor()
                ? new Scaled(before.value() * a.value(), before.a(), before.b(), before.c_per_um())
                : Scaled.of(a.value());
        return membrane.with(target.get().mechanism(), parameter.name(), after);
    }

    private static Ions change(Ions ions, Assignment a) {
        return switch (a.name()) {
            case "ena" -> new Ions(a.of(ions.ena_mV()), ions.ek_mV(), ions.cao_mM(), ions.cai_mM());
            case "ek" -> new Ions(ions.ena_mV(), a.of(ions.ek_mV()), ions.cao_mM(), ions.cai_mM());
            default -> ions;
        };
    }

    /** What may be named, for a message. */
    static List<String> names(CellModel model) {
        var names = new ArrayList<>(List.of("cm", "ena", "ek"));
        model.groups()
                .values()
                .forEach(m -> m.mechanisms()
                        .keySet()
                        .forEach(mechanism -> mechanism
                                .parameters()
                                .forEach(p -> names.add(bare(p.name()) + "_" + mechanism.name()))));
        return names.stream().distinct().sorted().toList();
    }

    /** All cells of a selection changed, in place. */
    static void apply(Modification modification, int[] cells, CellModel[] models) {
        if (modification.ttx()) {
            for (int cell : cells) {
                models[cell] = withoutSodium(models[cell]);
            }
            return;
        }
        var changes = of(modification);
        boolean any = false;
        for (int cell : cells) {
            var changed = changes.apply(models[cell]);
            any |= changed.isPresent();
            models[cell] = changed.orElse(models[cell]);
        }
        if (!any) {
            throw Fault.at(
                    changes.pointer(),
                    "'%s' changes nothing: no group of sections has all of it; sections have %s"
                            .formatted(
                                    modification.configure(), cells.length == 0 ? List.of() : names(models[cells[0]])));
        }
    }
}
