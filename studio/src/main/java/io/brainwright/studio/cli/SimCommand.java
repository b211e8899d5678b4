package io.brainwright.studio.cli;

import io.brainwright.sim.SimMain;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The simulator's own verbs, as sim-svc's jar has them; their options pass through unread. */
@Command(
        name = "sim",
        description = {
            "The simulator on experiment files:",
            "  sim run FILE [--out DIR] [--backend java|opencl] [--threads N] [--json]   runs a case file or a SONATA",
            "      simulation_config.json; says spikes and extremes; DIR gets traces and spikes as CSV and SONATA HDF5",
            "  sim run FILE --out DIR --checkpoint-every MS   keeps the run as it goes; Ctrl-C pauses it",
            "  sim run FILE --out DIR --resume   goes on from its last checkpoint, to the same bytes, on any back end",
            "  sim run FILE --estimate [--json]  compartments, memory, output and expected seconds; exit 2 if it does not fit",
            "  sim export simulation_config.json --out DIR   the same network for NEURON: nrnivmodl mechanisms; python run.py",
            "  sim electrodes simulation_config.json --at X,Y,Z... --out FILE.h5   weights for its lfp reports",
            "  sim emodel ETYPE --morphology FILE --amplitude NA... --out CASE.json [--layer L] [--duration MS]",
            "      an electrical model under current steps as a case file",
            "  sim check CASE... [--backend java|opencl] [--json]   error and tolerance of each expectation; exit 1 if one is out",
            "  sim bench CASE [--backend java|opencl] [--threads N]   compartment steps per CPU second, spike error, starts, bytes"
        },
        mixinStandardHelpOptions = true)
final class SimCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "VERB",
            arity = "0..*",
            description = "run, export, electrodes, emodel, check or bench, and its arguments.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() {
        return SimMain.run(arguments.toArray(String[]::new));
    }
}
