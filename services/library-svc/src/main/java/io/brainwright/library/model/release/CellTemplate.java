package io.brainwright.library.model.release;

import java.util.List;

/**
 * A cell template in hoc: {@code new NAME(folder, file)} loads an SWC file and inserts channels everywhere.
 */
public final class CellTemplate {
    private CellTemplate() {}

    /** A hoc identifier from words such as {@code cADpyr} or {@code L5_TPC:A}. */
    public static String identifier(String words) {
        var safe = words.replaceAll("[^A-Za-z0-9_]", "_");
        return safe.isEmpty() || !Character.isLetter(safe.charAt(0)) ? "cell_" + safe : safe;
    }

    /**
     * @param name a hoc identifier
     * @param mechanisms inserted into every section, e.g. {@code pas}
     */
    public static String hoc(String name, List<String> mechanisms) {
        var inserts = new StringBuilder();
        for (var mechanism : mechanisms) {
            inserts.append("        insert ").append(mechanism).append('\n');
        }
        return """
                // A cell of the class %1$s. Arguments: folder of the morphologies, name of an SWC file.
                load_file("stdrun.hoc")
                load_file("import3d.hoc")

                begintemplate %1$s
                public soma, axon, dend, apic, all, somatic, axonal, basal, apical
                create soma[1], axon[1], dend[1], apic[1]
                objref all, somatic, axonal, basal, apical, this

                proc init() { localobj reader, importer, path
                    all = new SectionList()
                    somatic = new SectionList()
                    axonal = new SectionList()
                    basal = new SectionList()
                    apical = new SectionList()
                    path = new String()
                    sprint(path.s, "%%s/%%s", $s1, $s2)
                    reader = new Import3d_SWC_read()
                    reader.input(path.s)
                    importer = new Import3d_GUI(reader, 0)
                    importer.instantiate(this)
                    forsec all {
                %2$s    }
                }
                endtemplate %1$s
                """.formatted(name, inserts);
    }
}
