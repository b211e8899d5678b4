package io.brainwright.library.model.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.library.model.extraction.figure.SpreadKind;
import io.brainwright.neuro.text.Span;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TableExtractionTest {
    private static final Surroundings AROUND = new Surroundings(
            Field.NEUROSCIENCE, null, false, "Properties of neurons in rat barrel cortex (mean ± SEM)");

    @Test
    void aScaledHeaderMultipliesTheCell() {
        var row = "Layer: L4 | Neuron density (10³ cells/mm³): 151.0";
        int at = row.indexOf("151.0");

        var value = CellReader.read(row, new Span(at, at + 5), "Neuron density (10³ cells/mm³)", "L4", AROUND, "", "14")
                .orElseThrow();

        assertThat(value.parameter()).isEqualTo("neuron_density");
        assertThat(value.value()).isEqualTo(151_000);
        assertThat(value.tissue().layer()).isEqualTo("4");
        assertThat(value.tissue().species()).isEqualTo("rat");
        assertThat(value.sample().n()).isEqualTo(14);
        assertThat(value.place().of(row)).isEqualTo("151.0");
        assertThat(value.quote()).isEqualTo(row);
    }

    @Test
    void theQuantityMayStandInTheRowsHeader() {
        var row = "Property: Input resistance (MΩ) | PV basket cells: 98 ± 7";
        int at = row.indexOf("98");

        var value = CellReader.read(
                        row, new Span(at, row.length()), "PV basket cells", "Input resistance (MΩ)", AROUND, "", "")
                .orElseThrow();

        assertThat(value.parameter()).isEqualTo("input_resistance");
        assertThat(value.value()).isEqualTo(98);
        assertThat(Objects.requireNonNull(value.spread()).kind()).isEqualTo(SpreadKind.SEM);
        assertThat(value.tissue().cellType()).isEqualTo("PV basket");
    }

    @Test
    void aColumnOfSpreadsIsReadWithItsNeighbour() {
        var row = "Cell: pyramidal | Resting potential (mV): -71.2 | SD (mV): 3.4";
        int at = row.indexOf("-71.2");

        var value = CellReader.read(
                        row,
                        new Span(at, at + 5),
                        "Resting potential (mV)",
                        "pyramidal cells",
                        AROUND,
                        "SD (mV) 3.4",
                        "")
                .orElseThrow();

        var spread = Objects.requireNonNull(value.spread());
        assertThat(value.value()).isEqualTo(-71.2);
        assertThat(spread.kind()).isEqualTo(SpreadKind.SD);
        assertThat(spread.amount()).isEqualTo(3.4);
    }

    @Test
    void aCellWhoseHeadersNameNoQuantityIsLeftAlone() {
        assertThat(CellReader.read("Animal: 3", new Span(8, 9), "Animal", "mouse", AROUND, "", ""))
                .isEmpty();
    }
}
