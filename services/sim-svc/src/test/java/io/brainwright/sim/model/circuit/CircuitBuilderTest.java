package io.brainwright.sim.model.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.circuit.CompartmentPlaces.Place;
import io.brainwright.sim.model.circuit.Drive.Driven;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sim.model.network.Network;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CircuitBuilderTest {
    private static final ElectricalModels MODELS = ElectricalModels.open();
    private static final List<PlacedCell> PAIR = List.of(Cells.pyramid(7, 5), Cells.basket(9, 5));

    @Test
    void equalContactsOfOneCompartmentShareAConductanceAndKeepTheirConnections() {
        var network = circuit(contacts(3, 0.5f), Set.of()).network();
        assertThat(network.synapses()).hasSize(1);
        assertThat(network.connections()).hasSize(3).allSatisfy(c -> {
            assertThat(c.source()).isZero();
            assertThat(c.weight_uS()).isCloseTo(0.7e-3, within(1e-9));
        });
    }

    @Test
    void delaysAreWholeSteps() {
        assertThat(circuit(contacts(1, 0.51f), Set.of())
                        .network()
                        .connections()
                        .getFirst()
                        .delay_ms())
                .isEqualTo(20 * 0.025);
        assertThat(circuit(contacts(1, 0), Set.of())
                        .network()
                        .connections()
                        .getFirst()
                        .delay_ms())
                .isEqualTo(0.025);
    }

    @Test
    void aBlockedReceptorLeavesNoSynapse() {
        assertThat(circuit(contacts(2, 1), Set.of(Receptor.AMPA, Receptor.NMDA))
                        .network()
                        .connections())
                .isEmpty();
        assertThat(circuit(contacts(2, 1), Set.of(Receptor.GABA_A)).network().connections())
                .hasSize(2);
    }

    @Test
    void aContactOnTheAxonSitsOnTheStub() {
        var circuit = circuit(edges(1, 1, 1), Set.of());
        var synapse = circuit.network().synapses().getFirst();
        var shape = circuit.network().cells().get(1).shape();
        assertThat(shape.group(synapse.node())).isEqualTo("axon");
    }

    @Test
    void aSynapseOfAnUnknownCellIsRefused() {
        var stranger =
                new Contacts(new long[] {8}, new long[] {9}, new int[] {0}, new int[] {100}, numbers(1, 1, 0.5f));
        assertThatThrownBy(() -> circuit(stranger, Set.of()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("SYNAPSE_OF_UNKNOWN_CELL"));
    }

    @Test
    void everyCompartmentHasItsPlaceInTheAtlas() {
        var quarter = new Quaternion(Math.sqrt(0.5), 0, 0, -Math.sqrt(0.5)); // +y to +x
        var cell = new PlacedCell(3, 1000, 2000, 3000, quarter, 5, "L5_TPC:A", "cADpyr", "EXC");
        var builder = new CircuitBuilder(protocol(Set.of()), MODELS, -76, List.of(cell));
        builder.shape(3, Cells.pyramid());
        var circuit = builder.wire().build(List.of());
        var places = circuit.places().getFirst().places();

        assertThat(places.getFirst()).satisfies(p -> {
            assertThat(p.section()).isZero();
            assertThat(new double[] {p.x_um(), p.y_um(), p.z_um()}).containsExactly(1000, 2000, 3000);
        });
        var trunk = places.stream().filter(p -> p.section() == Cells.TRUNK).toList();
        assertThat(trunk.getFirst().x_um())
                .isGreaterThan(1009)
                .isLessThan(trunk.getLast().x_um());
        assertThat(trunk).allSatisfy(p -> assertThat(p.y_um()).isCloseTo(2000, within(1e-3)));
        int sections = Cells.pyramid().sectionCount();
        var stub = places.stream().filter(p -> p.section() >= sections).toList();
        assertThat(stub).extracting(Place::section).containsOnly(sections, sections + 1);
        assertThat(stub.getLast().x_um()).isCloseTo(1000 - 9 - 60 + 3, within(1e-3));
        assertThat(report(circuit).cells()).hasSize(places.size());
    }

    @Test
    void poissonTrainsLieInsideTheirTimeAndHaveTheirRate() {
        var drive = new Drive.Poisson(50, 1000, 20, 40, 1e-4);
        var network = pair(Set.of())
                .wire()
                .build(List.of(new Driven(drive, new int[] {0})))
                .network();
        double events = 0;
        for (var list : network.eventLists()) {
            assertThat(list.times_ms()).isSorted();
            assertThat(list.times_ms()[0]).isGreaterThanOrEqualTo(50);
            assertThat(list.times_ms()[list.times_ms().length - 1]).isLessThan(1050);
            events += list.times_ms().length;
        }
        assertThat(events).isCloseTo(800, within(3 * Math.sqrt(800)));
    }

    private static Network.Recording report(Circuit circuit) {
        return circuit.network().recordings().get(Circuit.COMPARTMENT_REPORT);
    }

    private static Circuit circuit(Contacts contacts, Set<Receptor> blocked) {
        return pair(blocked).wire().add(contacts).build(List.of());
    }

    private static CircuitBuilder pair(Set<Receptor> blocked) {
        var builder = new CircuitBuilder(protocol(blocked), MODELS, -76, PAIR);
        builder.shape(9, Cells.interneuron());
        builder.shape(7, Cells.pyramid());
        return builder;
    }

    private static Protocol protocol(Set<Receptor> blocked) {
        return new Protocol(1100, 0.025, 34, new SynapseBath(2, 1, blocked), Transmission.DETERMINISTIC, 1, 0.1, 1);
    }

    private static Contacts contacts(int count, float delay_ms) {
        return edges(count, 3, delay_ms);
    }

    private static Contacts edges(int count, int section, float delay_ms) {
        var source = new long[count];
        var target = new long[count];
        var sections = new int[count];
        var type = new int[count];
        java.util.Arrays.fill(source, 7);
        java.util.Arrays.fill(target, 9);
        java.util.Arrays.fill(sections, section);
        java.util.Arrays.fill(type, 100);
        return new Contacts(source, target, sections, type, numbers(count, delay_ms, 0.5f));
    }

    private static float[][] numbers(int count, float delay_ms, float pos) {
        float[] one = {pos, 0.7f, 1.74f, 671, 17, 0.5f, delay_ms, 0.71f, 1.94f, 2};
        var numbers = new float[one.length][count];
        for (int n = 0; n < one.length; n++) {
            java.util.Arrays.fill(numbers[n], one[n]);
        }
        return numbers;
    }
}
