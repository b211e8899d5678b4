package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sonata.config.BioNetFile;
import io.brainwright.sonata.config.SimulationFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration of either form: SONATA's extension, or that of plain Allen circuits.
 *
 * @param simulation what both forms have
 * @param bionet the second form
 */
record Asked(SimulationFile simulation, Optional<BioNetFile> bionet) {
    static Asked read(Path config) {
        if (BioNetFile.looksLike(config)) {
            var file = BioNetFile.read(config);
            return new Asked(file.simulation(), Optional.of(file));
        }
        return new Asked(SimulationFile.read(config), Optional.empty());
    }

    SonataNetwork build() {
        return bionet.map(BioNetNetwork::build)
                .orElseGet(() -> SonataNetwork.build(simulation, ElectricalModels.open()));
    }

    /**
     * The simulation, where it is in SONATA's extended form.
     *
     * @param verb that needs it so
     */
    static SimulationFile extended(Path config, String verb) {
        if (BioNetFile.looksLike(config)) {
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_PLAIN_CIRCUIT",
                    "'%s' simulates a plain Allen circuit, for which there is no sim %s.".formatted(config, verb),
                    "Run it with sim run; BMTK runs the same files in NEURON.",
                    Map.of("file", config.toString(), "verb", verb));
        }
        return SimulationFile.read(config);
    }
}
