package io.brainwright.studio.cli;

import io.brainwright.neuro.densities.MouseCounts;
import io.brainwright.neuro.densities.MouseDensities;
import io.brainwright.neuro.densities.MouseDensities.GliaDensity;
import io.brainwright.neuro.densities.MouseDensity;
import io.brainwright.neuro.densities.MouseTable;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Densities of whole-brain regions. */
@Command(
        name = "densities",
        description = {
            "Densities of cells in regions of the mouse brain: what each source counted, the most likely value of all together with its 90 % "
                    + "interval, the value after the consistency linear programme, and what a relative lends where nobody counted.",
            "Example: brainwright atlas densities --region \"VISp|@^SSp-bfd\" --donor SSp-ll"
        },
        mixinStandardHelpOptions = true)
final class AtlasDensitiesCommand implements Runnable {
    @Option(
            names = "--species",
            paramLabel = "NAME",
            defaultValue = "mouse",
            description = "mouse; the rat's are shown by 'brainwright recipe show rat-nbs1'.")
    private String species = "mouse";

    @Option(
            names = "--region",
            paramLabel = "QUERY",
            defaultValue = "grey",
            description =
                    "Acronyms or names, with | between, or @ and a pattern on acronyms. Default: all grey matter.")
    private String region = "grey";

    @Option(
            names = "--donor",
            paramLabel = "REGION",
            defaultValue = "",
            description = "Lends what was not counted. Default: the nearest relative where it was.")
    private String donor = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** All of one region. */
    private record Row(
            MouseTable.Region region,
            @Nullable MouseCounts counts,
            List<MouseDensity> densities,
            List<GliaDensity> glia) {}

    @Override
    public void run() {
        if (!species.equalsIgnoreCase("mouse")) {
            throw Problem.invalid(
                    "There are no tables of whole-brain regions of species %s.".formatted(species),
                    List.of(new FieldFault(
                            "--species", "mouse; the rat's recipe is shown by 'brainwright recipe show rat-nbs1'.")));
        }
        var table = MouseTable.shipped();
        var regions = table.find(region);
        if (!donor.isEmpty()) {
            table.find(donor);
        }
        var densities = MouseDensities.shipped();
        var rows = new ArrayList<Row>();
        for (var one : regions) {
            rows.add(new Row(
                    one, MouseCounts.of(table, one).orElse(null), densities.of(one, donor), densities.glia(one)));
        }
        if (json) {
            System.out.println(Json.of(rows));
        } else {
            System.out.printf("%s; cells per mm3%n", table.species());
            rows.forEach(AtlasDensitiesCommand::show);
        }
    }

    private static void show(Row row) {
        System.out.printf("%n%s  %s%n", row.region().acronym(), row.region().name());
        if (row.counts() != null) {
            System.out.printf(
                    Locale.ROOT,
                    "  %,.0f neurons and %,.0f other cells in %s  [%s]%n",
                    row.counts().neurons(),
                    row.counts().others(),
                    row.counts().of(),
                    row.counts().source());
        }
        System.out.printf("  %-18s %-13s %9s %21s %11s%n", "class", "is", "likely", "90 % interval", "programme");
        for (var d : row.densities()) {
            var likely = java.util.Objects.requireNonNull(d.likely());
            System.out.printf(
                    Locale.ROOT,
                    "  %-18s %-13s %,9.0f %,10.0f -%,9.0f %,11.0f%s%n",
                    d.type(),
                    d.tier().word(),
                    likely.value(),
                    likely.low(),
                    likely.high(),
                    d.programme_per_mm3(),
                    d.transplanted_per_mm3() == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "   transplanted %,.0f [generalised: %s]",
                                    d.transplanted_per_mm3(),
                                    String.join(", ", d.generalised())));
            d.measured().forEach(AtlasDensitiesCommand::reported);
        }
        for (var g : row.glia()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-18s %-13s %,9.0f  %s%s%n",
                    g.kind(),
                    g.tier().word(),
                    g.density_per_mm3(),
                    g.source(),
                    g.generalised().isEmpty() ? "" : " [generalised: " + String.join(", ", g.generalised()) + "]");
        }
    }

    private static void reported(MouseTable.Reported r) {
        System.out.printf(
                Locale.ROOT,
                "      counted %,.0f%s  %s%n",
                r.density_per_mm3(),
                r.sd_per_mm3() > 0 ? String.format(Locale.ROOT, " ± %,.0f", r.sd_per_mm3()) : "",
                r.source());
    }
}
