package io.brainwright.sim.model.cell;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.CableTree.Piece;
import io.brainwright.sim.model.cell.ImportedSections.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Discretises an SWC file as the models of the Allen Cell Types Database are: sections as NEURON imports them, 1 + 2 floor(L / (2 dL))
 * compartments in each, the axon replaced by two sections of 30 um. Sections are numbered soma, basal, apical, each in the order of
 * the file, then the two of the stub; groups are "soma", "basal", "apical", "axon".
 *
 * @see <a href="https://doi.org/10.1038/s41467-017-02718-3">Gouwens et al. 2018, Nature Communications</a>
 */
public final class ImportedCable {
    private static final int SOMA = 1;
    private static final int AXON = 2;
    private static final double STUB_UM = 30; // Gouwens et al. 2018
    private static final double THIN_UM = 1; // the same

    private final Path file;
    private final List<Section> sections;
    private final double step_um;
    private final ToDoubleFunction<String> Ra_ohm_cm;
    private final CableTree tree = new CableTree(false);

    private ImportedCable(Path file, double step_um, ToDoubleFunction<String> Ra_ohm_cm) {
        this.file = file;
        this.sections = ImportedSections.read(file);
        this.step_um = step_um;
        this.Ra_ohm_cm = Ra_ohm_cm;
    }

    /** What stands for the axon. */
    public enum AxonStub {
        /** 1 um thick, from the middle of the soma (perisomatic models). */
        THIN,
        /** As thick as the first and the last section of the axon, from the end of the soma (all-active models). */
        AS_AXON
    }

    /**
     * @param file the SWC file
     * @param dL_um half of the longest compartment allowed
     * @param Ra_ohm_cm axial resistivity of each group
     * @throws Problem where the file is none that NEURON imports, or has types other than soma, axon, basal and apical
     */
    public static Compartments of(Path file, double dL_um, ToDoubleFunction<String> Ra_ohm_cm, AxonStub stub) {
        var cable = new ImportedCable(file, 2 * dL_um, Ra_ohm_cm);
        var diameters = cable.stubDiameters_um(stub);
        int next = cable.addSections();
        double at = stub == AxonStub.THIN ? 0.5 : 1;
        cable.cylinder(next, 0, at, diameters[0]);
        cable.cylinder(next + 1, next, 1, diameters[1]);
        return cable.tree.build();
    }

    /** Adds all but the axon; returns the first number that is free. */
    private int addSections() {
        var id = new int[sections.size()];
        int next = 0;
        for (int type : new int[] {SOMA, 3, 4}) {
            for (int s = 0; s < id.length; s++) {
                if (sections.get(s).type() == type) {
                    id[s] = next++;
                }
            }
        }
        for (int s = 0; s < id.length; s++) {
            var section = sections.get(s);
            var group = group(section.type());
            if (section.type() == AXON) {
                continue;
            }
            if (section.parent() >= 0 && sections.get(section.parent()).type() == AXON) {
                throw SwcPoints.wrong(
                        file,
                        0,
                        "point %d grows from the axon, for which a stub stands"
                                .formatted(section.chain().getLast().id()));
            }
            int parent = section.parent() < 0 ? -1 : id[section.parent()];
            tree.add(id[s], parent, section.parentX(), group, pieces(section, group));
        }
        return next;
    }

    private List<Piece> pieces(Section section, String group) {
        double resistivity = Ra_ohm_cm.applyAsDouble(group);
        if (section.chain().size() > 1) {
            return SwcPoints.frusta(section.chain(), resistivity).pieces(step_um);
        }
        double diameter_um = 2 * section.chain().getFirst().r();
        return CableTree.cylinders(diameter_um, diameter_um, count(diameter_um), resistivity);
    }

    private int count(double length_um) {
        return 1 + 2 * (int) (length_um / step_um);
    }

    private void cylinder(int id, int parent, double at, double diameter_um) {
        double resistivity = Ra_ohm_cm.applyAsDouble("axon");
        tree.add(id, parent, at, "axon", CableTree.cylinders(STUB_UM, diameter_um, count(STUB_UM), resistivity));
    }

    private double[] stubDiameters_um(AxonStub stub) {
        if (stub == AxonStub.THIN) {
            return new double[] {THIN_UM, THIN_UM};
        }
        var axon = new ArrayList<Section>();
        sections.stream().filter(s -> s.type() == AXON).forEach(axon::add);
        if (axon.isEmpty()) {
            throw SwcPoints.wrong(file, 0, "it has no axon, whose thickness the stub of an all-active model takes");
        }
        return new double[] {meanDiameter_um(axon.getFirst()), meanDiameter_um(axon.getLast())};
    }

    private static double meanDiameter_um(Section section) {
        return SwcPoints.frusta(section.chain(), 1)
                .pieces(Double.POSITIVE_INFINITY)
                .getFirst()
                .diameter_um();
    }

    private static String group(int type) {
        return switch (type) {
            case SOMA -> "soma";
            case AXON -> "axon";
            case 3 -> "basal";
            case 4 -> "apical";
            default ->
                throw new Problem(
                        Kind.INVALID,
                        "NO_GROUP",
                        "SWC type %d has no membrane group.".formatted(type),
                        "Types are 1 soma, 2 axon, 3 basal, 4 apical.",
                        Map.of("type", String.valueOf(type)));
        };
    }
}
