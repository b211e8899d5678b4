package io.brainwright.sim.sonata;

import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.synapse.SynapseType;
import io.brainwright.sim.sonata.EdgeWiring.Contact;
import io.brainwright.sim.sonata.Report.Column;
import io.brainwright.sonata.config.ReportRequest;
import io.brainwright.sonata.config.RunSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Reports of single synapses: {@code g} (uS) or {@code i} (nA), of all of them, or of one model by {@code MODEL.g}. An element is
 * the number of the edge; populations of edges are numbered one after another in the order of the circuit's configuration.
 */
final class SynapseReports {
    private static final int GABA_B = 1;

    private final NetworkBuilder network;
    private final SonataCells cells;
    private final RunSettings run;

    SynapseReports(NetworkBuilder network, SonataCells cells, RunSettings run) {
        this.network = network;
        this.cells = cells;
        this.run = run;
    }

    Report plan(ReportRequest request, ReportClock clock, int[] chosen, List<Contact> all) {
        var name = request.variables().get(0);
        var model = name.contains(".") ? name.substring(0, name.indexOf('.')) : "";
        var variable = name.substring(name.indexOf('.') + 1);
        boolean known = request.variables().size() == 1
                && List.of("g", "i").contains(variable)
                && List.of("", SynapseNumbers.EXCITATORY, SynapseNumbers.INHIBITORY)
                        .contains(model);
        if (!known) {
            throw Fault.at(
                    request.pointer() + "/variable_name",
                    "is '%s'; g or i, alone or after %s. or %s."
                            .formatted(
                                    String.join(",", request.variables()),
                                    SynapseNumbers.EXCITATORY,
                                    SynapseNumbers.INHIBITORY));
        }
        var contacts = all.stream()
                .filter(c -> Arrays.binarySearch(chosen, c.cell()) >= 0)
                .filter(c -> model.isEmpty() || excitatory(c) == model.equals(SynapseNumbers.EXCITATORY))
                .sorted(Comparator.comparingInt(Contact::cell).thenComparingLong(Contact::edge))
                .toList();
        if (contacts.isEmpty()) {
            throw Fault.at(request.pointer() + "/cells", "have no synapse of that kind");
        }
        return report(request, clock, contacts, variable.equals("i"));
    }

    private static boolean excitatory(Contact contact) {
        return contact.type() instanceof SynapseType.SynE;
    }

    /** Recordings: voltage; four exponentials of AMPA and NMDA; two of GABA-A; two of GABA-B; each only where there is any. */
    private Report report(ReportRequest request, ReportClock clock, List<Contact> contacts, boolean current) {
        var recordings = new ArrayList<Integer>();
        var excitatory = contacts.stream().filter(SynapseReports::excitatory).toList();
        var inhibitory = contacts.stream().filter(c -> !excitatory(c)).toList();
        var slow = inhibitory.stream().filter(c -> c.synapses().size() > GABA_B).toList();
        double interval_ms = clock.sampled_ms(run);
        recordings.add(record(Variable.VOLTAGE, contacts, interval_ms));
        exponentials(excitatory, 0, 4, interval_ms, recordings);
        exponentials(inhibitory, 0, 2, interval_ms, recordings);
        exponentials(slow, GABA_B, 2, interval_ms, recordings);
        int fromInhibitory = 1 + (excitatory.isEmpty() ? 0 : 4);
        int fromSlow = fromInhibitory + (inhibitory.isEmpty() ? 0 : 2);
        var columns = contacts.stream()
                .map(c -> new Column(cells.get(c.cell()), Math.toIntExact(c.edge())))
                .toList();
        return new Report(
                request,
                clock,
                columns,
                recordings,
                (_, samples, row) -> {
                    int e = 0;
                    int i = 0;
                    int b = 0;
                    for (int c = 0; c < row.length; c++) {
                        var contact = contacts.get(c);
                        double v_mV = samples[0][c];
                        if (contact.type() instanceof SynapseType.SynE type) {
                            double g_uS = samples[2][e]
                                    - samples[1][e]
                                    + (samples[4][e] - samples[3][e]) * type.unblocked(v_mV);
                            row[c] = (float) (current ? g_uS * (v_mV - type.e_mV()) : g_uS);
                            e++;
                        } else if (contact.type() instanceof SynapseType.SynI type) {
                            double fast_uS = samples[fromInhibitory + 1][i] - samples[fromInhibitory][i];
                            boolean both = contact.synapses().size() > GABA_B;
                            double slow_uS = both ? samples[fromSlow + 1][b] - samples[fromSlow][b] : 0;
                            row[c] = (float)
                                    (current
                                            ? fast_uS * (v_mV - type.e_mV()) + slow_uS * (v_mV - GABA_B_REVERSAL_MV)
                                            : fast_uS + slow_uS);
                            i++;
                            b += both ? 1 : 0;
                        }
                    }
                },
                current ? "nA" : "uS");
    }

    private static final double GABA_B_REVERSAL_MV = new SynapseNumbers(false).get("e_GABAB");

    private void exponentials(
            List<Contact> contacts, int synapse, int count, double interval_ms, List<Integer> recordings) {
        var synapses = contacts.stream().map(c -> c.synapses().get(synapse)).toList();
        for (int k = 0; k < count && !contacts.isEmpty(); k++) {
            recordings.add(record(new Variable.Exponentials(synapses, k), contacts, interval_ms));
        }
    }

    private int record(Variable variable, List<Contact> contacts, double interval_ms) {
        return network.record(
                variable,
                contacts.stream().mapToInt(Contact::cell).toArray(),
                contacts.stream().mapToInt(Contact::node).toArray(),
                interval_ms);
    }
}
