package io.brainwright.sonata.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One of {@code reports}.
 *
 * @param name its name
 * @param pointer where it stands
 * @param cells node set; empty: all that are simulated
 * @param type what a column is
 * @param sections soma, axon, dend, apic or all
 * @param everyCompartment whether every compartment of a section is reported, not only its middle
 * @param perArea whether densities are turned into currents before they are summed
 * @param variables what is reported; several are summed
 * @param unit of the values, as the file shall say it
 * @param dt_ms from one frame to the next
 * @param start_ms first frame
 * @param end_ms no frame from here on
 * @param file name of the file
 */
public record ReportRequest(
        String name,
        String pointer,
        Optional<String> cells,
        Type type,
        String sections,
        boolean everyCompartment,
        boolean perArea,
        List<String> variables,
        String unit,
        double dt_ms,
        double start_ms,
        double end_ms,
        String file) {
    public ReportRequest {
        variables = List.copyOf(variables);
    }

    /** What a column of a report is. */
    public enum Type {
        COMPARTMENT,
        SUMMATION,
        SYNAPSE,
        LFP
    }

    /** The reports that are enabled. */
    static List<ReportRequest> read(ConfigObject root) {
        var reports = new ArrayList<ReportRequest>();
        for (var member : root.members("reports")) {
            boolean enabled = member.flag("enabled", true);
            var report = one(member);
            if (enabled) {
                reports.add(report);
            }
        }
        return reports;
    }

    private static ReportRequest one(ConfigObject member) {
        var type = Type.valueOf(member.word("type", "", "compartment", "summation", "synapse", "lfp", "")
                .toUpperCase(java.util.Locale.ROOT)
                .replaceFirst("^$", "COMPARTMENT"));
        if (!member.has("type")) {
            member.fault("type", "is missing");
        }
        var sections = member.word("sections", "soma", "soma", "axon", "dend", "apic", "all");
        var compartments = member.word("compartments", sections.equals("soma") ? "center" : "all", "center", "all");
        var variables = type == Type.LFP
                ? member.optionalText("variable_name").orElse("i_membrane")
                : member.text("variable_name");
        var file = member.optionalText("file_name").filter(f -> !f.isEmpty()).orElse(member.name());
        var report = new ReportRequest(
                member.name(),
                member.pointer(),
                member.optionalText("cells"),
                type,
                sections,
                compartments.equals("all"),
                member.word("scaling", "area", "none", "area").equals("area"),
                Arrays.stream(variables.split(",")).map(String::strip).toList(),
                member.optionalText("unit").orElse("mV"),
                member.positive("dt"),
                member.amount("start_time"),
                member.positive("end_time"),
                file.endsWith(".h5") ? file : file + ".h5");
        member.check("end_time", report.end_ms > report.start_ms, "a time after start_time");
        member.end();
        return report;
    }
}
