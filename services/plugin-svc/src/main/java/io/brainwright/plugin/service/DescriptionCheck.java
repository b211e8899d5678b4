package io.brainwright.plugin.service;

import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.ForeignRows;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.plugin.service.Described.Asked;
import io.brainwright.plugin.service.Described.Made;
import io.brainwright.proto.stage.v1.Action;
import io.brainwright.proto.stage.v1.Description;
import io.brainwright.proto.stage.v1.OutputTable;
import io.brainwright.proto.stage.v1.Parameter;
import io.brainwright.proto.stage.v1.ParameterType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Reads what a plug-in says of itself, and gathers every fault of it. */
final class DescriptionCheck {
    static final int CONTRACT = 1;
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es");
    private static final Set<String> KINDS = Set.of("region", "cells", "morphologies", "synapses");
    private static final Set<ColumnType> KEYS = Set.of(
            ColumnType.U64,
            ColumnType.I64,
            ColumnType.U32,
            ColumnType.I32,
            ColumnType.I8,
            ColumnType.U8,
            ColumnType.TEXT);

    private final Description told;
    private final List<String> faults = new ArrayList<>();

    private DescriptionCheck(Description told) {
        this.told = told;
    }

    /**
     * @throws Faulty with all that is wrong
     */
    static Described of(Description told) throws Faulty {
        if (told.getContract() != CONTRACT) {
            throw new Faulty("it speaks contract %d of brainwright.stage, this version speaks %d"
                    .formatted(told.getContract(), CONTRACT));
        }
        var check = new DescriptionCheck(told);
        var described = check.described();
        if (!check.faults.isEmpty()) {
            throw new Faulty(String.join("; ", check.faults));
        }
        return described;
    }

    /** A description that cannot be used. */
    static final class Faulty extends Exception {
        Faulty(String what) {
            super(what);
        }

        String what() {
            return String.valueOf(getMessage());
        }
    }

    private Described described() {
        need(
                told.getName().matches("[a-z][a-z0-9-]{1,31}"),
                "its name is '%s'; a name is 2 to 32 of a-z, 0-9 and -, a letter first",
                told.getName());
        need(told.getVersion() >= 1, "its version is %s; versions count from 1", told.getVersion());
        need(!told.getVerb().isBlank() && !told.getUnit().isBlank(), "it names no verb and unit ('placed', 'cells')");
        need(told.getActionsCount() > 0, "it has no action");
        var actions = new LinkedHashMap<String, Asked>();
        for (var action : told.getActionsList()) {
            if (actions.put(action.getName(), asked(action)) != null) {
                faults.add("action '%s' stands twice".formatted(action.getName()));
            }
        }
        return new Described(told, actions);
    }

    private Asked asked(Action action) {
        var at = "action '%s'".formatted(action.getName());
        need(action.getName().matches("[a-z][a-z0-9_]{0,31}"), "%s: a name is of a-z, 0-9 and _, a letter first", at);
        need(!action.getMeaning().isBlank(), "%s says nothing about what it does", at);
        need(
                action.getWordsList().stream().anyMatch(w -> w.getPhrasesCount() > 0),
                "%s has no words by which one asks for it",
                at);
        action.getWordsList().stream()
                .flatMap(w -> w.getPhrasesList().stream())
                .forEach(p -> need(
                        p.strip().matches("\\S+\\s.*|\\S{6,}"),
                        "%s is asked for by '%s', which is too short to be meant by it alone",
                        at,
                        p));
        action.getWordsList()
                .forEach(w -> need(
                        LANGUAGES.contains(w.getLanguage()),
                        "%s has words of language '%s'; there are en, de, fr, es",
                        at,
                        w.getLanguage()));
        action.getInputsList()
                .forEach(i -> need(
                        KINDS.contains(i.getKind()),
                        "%s reads '%s'; there are region, cells, morphologies, synapses",
                        at,
                        i.getKind()));
        need(
                action.getMakes().isEmpty() || action.getMakes().equals("cells"),
                "%s makes '%s'; a plug-in makes 'cells', or leaves it empty",
                at,
                action.getMakes());
        var names = new HashSet<String>();
        for (var parameter : action.getParametersList()) {
            need(names.add(parameter.getName()), "%s has parameter '%s' twice", at, parameter.getName());
            parameter(at, parameter);
        }
        need(action.getTablesCount() > 0, "%s has no table", at);
        var tables = new ArrayList<Made>();
        for (var table : action.getTablesList()) {
            table(at, table, tables);
        }
        if (action.getMakes().equals("cells")) {
            var cells = tables.stream()
                    .map(Made::schema)
                    .filter(s -> s.name().equals(CellsForm.TABLE))
                    .findFirst();
            need(cells.isPresent(), "%s makes cells, but has no table 'cells'", at);
            cells.ifPresent(schema -> CellsForm.faults(schema).forEach(f -> faults.add(at + ": " + f)));
        }
        return new Asked(action, tables);
    }

    private void parameter(String at, Parameter p) {
        var where = "%s, parameter '%s'".formatted(at, p.getName());
        need(p.getName().matches("[a-z][A-Za-z0-9_]{0,47}"), "%s: a name is of letters, 0-9 and _", where);
        need(
                p.getType() != ParameterType.PARAMETER_TYPE_UNSPECIFIED && p.getType() != ParameterType.UNRECOGNIZED,
                "%s has no type",
                where);
        need(!p.getUnit().isBlank(), "%s has no unit; '1' where it has none", where);
        boolean plain = p.getUnit().equals("1")
                || p.getName().endsWith("_" + p.getUnit().replace("/", "_per_"));
        need(plain, "%s is in %s; its name ends with the unit", where, p.getUnit());
        if (p.hasDefaultValue()) {
            need(!p.getSource().isBlank(), "%s has a default without a source", where);
            var fault = ParameterForm.fault(p, p.getDefaultValue());
            need(fault.isEmpty(), "%s: its default %s", where, fault);
        }
    }

    private void table(String at, OutputTable told, List<Made> into) {
        TableSchema schema;
        try {
            schema = ForeignRows.schema(told.getArrowSchema().toByteArray());
        } catch (IllegalArgumentException foreign) {
            faults.add("%s has a table whose schema cannot be read: %s".formatted(at, foreign.getMessage()));
            return;
        }
        var where = "%s, table '%s'".formatted(at, schema.name());
        need(into.stream().noneMatch(m -> m.schema().name().equals(schema.name())), "%s stands twice", where);
        need(told.getKeyCount() > 0, "%s has no key", where);
        var key = new ArrayList<Integer>();
        for (var name : told.getKeyList()) {
            int i = place(schema, name);
            need(
                    i >= 0 && KEYS.contains(schema.columns().get(i).type()),
                    "%s: '%s' can be no key; a key is a column of whole numbers or texts",
                    where,
                    name);
            key.add(i);
        }
        told.getMayBeNanList().forEach(name -> need(place(schema, name) >= 0, "%s has no column '%s'", where, name));
        schema.columns()
                .forEach(c -> need(
                        !c.unit().isBlank() && !c.description().isBlank(),
                        "%s: column '%s' has no unit or no description",
                        where,
                        c.name()));
        into.add(new Made(schema, key, told.getMayBeNanList()));
    }

    private static int place(TableSchema schema, String column) {
        for (int i = 0; i < schema.columns().size(); i++) {
            if (schema.columns().get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    private void need(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            faults.add(otherwise.formatted(values));
        }
    }
}
