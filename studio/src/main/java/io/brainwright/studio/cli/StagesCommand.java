package io.brainwright.studio.cli;

import io.brainwright.agents.plugged.PluggedStages;
import io.brainwright.fabric.work.Stage;
import io.brainwright.proto.plugin.v1.PluggedStage;
import io.brainwright.proto.plugin.v1.StageState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which stages there are: built in, and plugged in by the workspace's brainwright.yaml. */
@Command(
        name = "stages",
        description =
                "List the built-in stages and those of your own (brainwright.yaml), with state, version and actions.",
        mixinStandardHelpOptions = true)
final class StagesCommand implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        try (var running = platform.start()) {
            var rows = new ArrayList<Row>();
            running.parts(Stage.class).forEach(stage -> rows.add(Row.of(stage)));
            running.part(PluggedStages.class).stages().forEach(stage -> rows.add(Row.of(stage)));
            if (json) {
                System.out.println(Json.of(rows.stream().map(Row::facts).toList()));
                return;
            }
            rows.forEach(Row::print);
            if (platform.isRemote()) {
                System.out.println("The built-in stages are the server's.");
            }
        }
    }

    /**
     * One stage.
     *
     * @param state "built in", "ready", "away", "refused"
     * @param why it is not ready, or what it is
     * @param actions as plans call them
     */
    record Row(String name, int version, String state, String address, String why, List<String> actions) {
        static Row of(Stage<?> stage) {
            return new Row(
                    stage.name(),
                    stage.version(),
                    "built in",
                    "",
                    "%s %s".formatted(stage.unit(), stage.verb()),
                    List.of());
        }

        static Row of(PluggedStage stage) {
            var told = stage.getDescription();
            return new Row(
                    told.getName().isEmpty() ? "?" : told.getName(),
                    told.getVersion(),
                    state(stage.getState()),
                    stage.getAddress(),
                    stage.getState() == StageState.STAGE_STATE_READY ? told.getMeaning() : stage.getWhy(),
                    told.getActionsList().stream()
                            .map(a -> told.getName() + "." + a.getName())
                            .toList());
        }

        private static String state(StageState state) {
            return switch (state) {
                case STAGE_STATE_READY -> "ready";
                case STAGE_STATE_AWAY -> "away";
                case STAGE_STATE_REFUSED, STAGE_STATE_UNSPECIFIED, UNRECOGNIZED -> "refused";
            };
        }

        private void print() {
            System.out.printf("%-18s %-4s %-9s %s%n", name, version == 0 ? "" : "v" + version, state, why);
            if (!address.isEmpty()) {
                System.out.printf(
                        "%-18s %-4s %-9s at %s%s%n",
                        "", "", "", address, actions.isEmpty() ? "" : ", does " + String.join(", ", actions));
            }
        }

        private Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("name", name);
            facts.put("version", version);
            facts.put("state", state);
            facts.put("address", address);
            facts.put("why", why);
            facts.put("actions", actions);
            return facts;
        }
    }
}
