package io.brainwright.benchmarks.chaos;

/** A process of the household. The twin is a second synthesis service: another worker, and another coordinator behind its own gateway. */
enum Member {
    KAFKA("io.brainwright.fabric.broker.BrokerMain"),
    ATLAS("io.brainwright.atlas.AtlasService"),
    PLACEMENT("io.brainwright.placement.PlacementService"),
    SYNTHESIS("io.brainwright.synthesis.SynthesisService"),
    TWIN("io.brainwright.synthesis.SynthesisService"),
    CONNECTOME("io.brainwright.connectome.ConnectomeService"),
    SIM("io.brainwright.sim.SimService"),
    RENDER("io.brainwright.render.RenderService"),
    GATEWAY("io.brainwright.studio.gateway.Gateway"),
    TWIN_GATEWAY("io.brainwright.studio.gateway.Gateway");

    private final String main;

    Member(String main) {
        this.main = main;
    }

    /** Its main class. */
    String main() {
        return main;
    }

    /** Its name in logs and reports. */
    String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    boolean isService() {
        return this != KAFKA && this != GATEWAY && this != TWIN_GATEWAY;
    }
}
