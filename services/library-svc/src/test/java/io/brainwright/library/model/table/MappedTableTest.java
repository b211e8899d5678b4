package io.brainwright.library.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import org.junit.jupiter.api.Test;

class MappedTableTest {
    private static final String WIDE = """
            constants:
              species: rat
              age: P14
              region: S1HL
            columns:
              cell: {is: cell_type}
              layer: layer
              Rin: {quantity: input_resistance, unit: MOhm, spread: Rin_sd, spread_kind: sd, n: N}
              Vm: {quantity: resting_potential, unit: mV}
            """;

    @Test
    void aColumnForEachQuantityGivesTypedValuesWithTheirPlace() {
        var table = of(WIDE, "cell,layer,Rin,Rin_sd,N,Vm\nL5_TTPC,5,42.5,6.1,12,-70\nL4_SSC,4,n/a,,,-65.5\n");
        assertThat(table.values()).hasSize(3);
        var first = table.values().getFirst();
        assertThat(first)
                .isEqualTo(new MeasuredValue(
                        "input_resistance",
                        42.5,
                        "MOhm",
                        6.1,
                        "sd",
                        12L,
                        "rat",
                        "P14",
                        "S1HL",
                        "5",
                        "L5_TTPC",
                        "Doe 2020",
                        2,
                        "Rin"));
        assertThat(table.values().getLast().value()).isEqualTo(-65.5);
        assertThat(table.values().getLast().line()).isEqualTo(3);
        assertThat(table.missing()).isEqualTo(1);
    }

    @Test
    void aRowForEachValueNamesItsQuantityAndUnit() {
        var table = of("""
                columns: {what: quantity, mean: value, unit: unit, s: spread, kind: spread_kind, ref: source, sp: species}
                """, "what;mean;s;kind;unit;ref;sp\nbouton_density;0,21;0,02;sem;1/um;Own 2024;mouse\n");
        assertThat(table.values())
                .containsExactly(new MeasuredValue(
                        "bouton_density",
                        0.21,
                        "1/um",
                        0.02,
                        "sem",
                        null,
                        "mouse",
                        "",
                        "",
                        "",
                        "",
                        "Own 2024",
                        2,
                        "mean"));
    }

    @Test
    void allFaultsAreToldTogetherByLineAndColumn() {
        assertThatThrownBy(() -> of(WIDE, "cell,layer,Rin,Rin_sd,N,Vm\na,5,4x,1,2,-70\nb,4,3,1,2.5,much\n"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults())
                                .extracting("field")
                                .containsExactly(
                                        "line 2, column 3 ('Rin')",
                                        "line 3, column 5 ('N')",
                                        "line 3, column 6 ('Vm')"));
        assertThatThrownBy(() -> of(WIDE, "cell,Rin,Rin_sd,N\na,1,2,3\n"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("'layer'", "'Vm'"));
    }

    @Test
    void aWrongMappingIsToldByLineAndColumn() {
        mapping("columns:\n  a: {quantity: x, unit: mV, colour: red}\n", "line 2", "'colour'");
        mapping("columns:\n  a: {is: flavour}\n", "line 2", "'flavour'");
        mapping("columns:\n  a: {quantity: x}\n  a: {quantity: y}\n", "line 3");
        mapping("columns:\n  a: layer\n", "no column holds values");
        mapping("columns:\n  a: {quantity: x, spread: b, spread_kind: sigma}\n", "sigma", "line 2");
        mapping("columns: [1, 2]\n", "is a list");
        mapping("columns: {\n", "line");
        mapping("- a\n", "no mapping");
    }

    private static void mapping(String yaml, String... words) {
        assertThatThrownBy(() -> Mapping.read(yaml, "m.yaml"))
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll(words);
    }

    private static MappedTable of(String mapping, String csv) {
        return MappedTable.of(CsvTable.read(csv, "t.csv"), Mapping.read(mapping, "m.yaml"), "t.csv", "Doe 2020");
    }
}
