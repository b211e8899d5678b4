package io.brainwright.sonata.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The sections run, conditions and reports of a simulation in BMTK's form, with BMTK's defaults. */
final class BioNetSections {
    static final double STEP_UM = 20;
    private static final double DT_MS = 0.1;
    private static final double SPIKE_THRESHOLD_MV = -15;

    private BioNetSections() {}

    static RunSettings run(ConfigObject run) {
        if (run.amount("tstart", 0) != 0) {
            run.fault("tstart", "is not 0; a run begins at 0 ms");
        }
        for (var forOthers : List.of("nsteps_block", "overwrite_output_dir")) {
            run.raw(forOthers);
        }
        var settings = new RunSettings(
                run.positive("tstop"),
                run.positive("dt", DT_MS),
                run.seed("random_seed").orElse(0),
                run.number("spike_threshold", SPIKE_THRESHOLD_MV),
                0,
                0,
                0,
                OptionalLong.empty(),
                Optional.empty());
        run.check("dt", settings.dt_ms() <= 1, "a time step of at most 1 ms");
        run.end();
        return settings;
    }

    static ConditionSettings conditions(ConfigObject conditions) {
        var settings = new ConditionSettings(
                conditions.number("celsius"),
                conditions.number("v_init"),
                false,
                OptionalDouble.empty(),
                Map.of(),
                List.of());
        conditions.end();
        return settings;
    }

    static List<ReportRequest> reports(ConfigObject root, RunSettings run, OutputFolder folder, InlineSets sets) {
        var reports = new ArrayList<ReportRequest>();
        for (var member : root.members("reports")) {
            if (member.flag("enabled", true)) {
                reports.add(report(member, run, folder, sets));
            }
        }
        return reports;
    }

    private static ReportRequest report(ConfigObject member, RunSettings run, OutputFolder folder, InlineSets sets) {
        var module = member.text("module");
        if (!module.isEmpty() && !module.equals("membrane_report")) {
            member.fault("module", "is '%s'; membrane_report is carried out".formatted(module));
        }
        member.raw("buffer");
        member.raw("buffer_data");
        if (!member.raw("transform").isEmpty()) {
            member.fault("transform", "is not carried out; report the variable itself");
        }
        var cells = sets.name(member, "cells", "biophysical");
        var sections = one(member, "sections", "all");
        if (!List.of("soma", "dend", "apic", "axon", "all").contains(sections)) {
            member.fault("sections", "is '%s'; one of soma, dend, apic, axon, all".formatted(sections));
        }
        var variable = one(member, "variable_name", "");
        if (variable.isEmpty()) {
            member.fault("variable_name", "is missing");
        }
        var named = member.optionalText("file_name").map(folder::file).orElse(member.name());
        var report = new ReportRequest(
                member.name(),
                member.pointer(),
                Optional.of(cells).filter(name -> !name.equals("biophysical")),
                ReportRequest.Type.COMPARTMENT,
                sections,
                !sections.equals("soma"),
                true,
                List.of(variable),
                variable.equals("v") ? "mV" : variable.equals("cai") ? "mM" : "1",
                member.positive("dt", run.dt_ms()),
                member.amount("start_time", 0),
                member.positive("end_time", run.tstop_ms()),
                named.matches(".*\\.(h5|hdf5?)") ? named : named + ".h5");
        member.check("end_time", report.end_ms() > report.start_ms(), "a time after start_time");
        member.end();
        return report;
    }

    /** A text, or a list of one text. */
    private static String one(ConfigObject member, String key, String otherwise) {
        var said = member.raw(key);
        if (said.isMissingNode()) {
            return otherwise;
        }
        var first = said.isArray() && said.size() == 1 ? said.get(0) : said;
        if (!first.isString()) {
            member.fault(key, "is %s; one text belongs here, and one report for each of several".formatted(said));
        }
        return first.asString("");
    }
}
